# The list names a new address, and then the feed there is cut short: what the old address once listed, which nobody asks any more, keeps nothing.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,4 | Four | 2025-02-24 | /4 | @4
  tag:ada,3 | Three | 2025-02-23 | /3 | @3
  tag:ada,2 | Two | 2025-02-22 | /2 | @2
  tag:ada,1 | One | 2025-02-21 | /1 | @1
then
  posts/ada/four.html | front | Four | tag:ada,4 | https://ada.example/4
  posts/ada/three.html | front | Three | tag:ada,3 | https://ada.example/3
  posts/ada/two.html | front | Two | tag:ada,2 | https://ada.example/2
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
member ada feeds=https://ada.example/atom.xml
run 2025-03-02T08:00:00Z
feed ada
  tag:ada,4 | Four | 2025-02-24 | /4 | @4
  tag:ada,3 | Three | 2025-02-23 | /3 | @3
  tag:ada,2 | Two | 2025-02-22 | /2 | @2
  tag:ada,1 | One | 2025-02-21 | /1 | @1
run 2025-03-03T08:00:00Z
feed ada
  tag:ada,1 | One | 2025-02-21 | /1 | @1
then
  posts/ada/four.html | front | Four | tag:ada,4 | https://ada.example/4
  posts/ada/three.html | front | Three | tag:ada,3 | https://ada.example/3
  posts/ada/two.html | front | Two | tag:ada,2 | https://ada.example/2
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
run 2025-03-10T08:00:00Z
quiet ada
then
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
  posts/ada/four.html | withdrawn
  posts/ada/three.html | withdrawn
  posts/ada/two.html | withdrawn
