# A feed lists its oldest first. A post was dated anew and stands further down since: what then scrolls out above it stays.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,1 | One | 2025-02-10 | /1 | @1
  tag:ada,2 | Two | 2025-02-12 | /2 | @2
  tag:ada,3 | Three | 2025-02-14 | /3 | @3
then
  posts/ada/three.html | front | Three | tag:ada,3 | https://ada.example/3
  posts/ada/two.html | front | Two | tag:ada,2 | https://ada.example/2
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
run 2025-03-02T08:00:00Z
feed ada
  tag:ada,2 | Two | 2025-02-12 | /2 | @2
  tag:ada,3 | Three | 2025-02-14 | /3 | @3
  tag:ada,1 | One | 2025-02-28 | /1 | @1
run 2025-03-04T08:00:00Z
feed ada
  tag:ada,3 | Three | 2025-02-14 | /3 | @3
  tag:ada,1 | One | 2025-02-28 | /1 | @1
  tag:ada,4 | Four | 2025-03-03 | /4 | @4
then
  posts/ada/four.html | front | Four | tag:ada,4 | https://ada.example/4
  posts/ada/three.html | front | Three | tag:ada,3 | https://ada.example/3
  posts/ada/two.html | front | Two | tag:ada,2 | https://ada.example/2
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
