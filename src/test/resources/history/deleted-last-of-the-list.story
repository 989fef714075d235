# A feed of the two newest posts. The second is deleted, and the one before it is listed again in its place.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,2 | Two | 2025-02-22 | /2 | @2
  tag:ada,1 | One | 2025-02-21 | /1 | @1
run 2025-03-02T08:00:00Z
feed ada
  tag:ada,3 | Three | 2025-02-28 | /3 | @3
  tag:ada,2 | Two | 2025-02-22 | /2 | @2
run 2025-03-03T08:00:00Z
feed ada
  tag:ada,3 | Three | 2025-02-28 | /3 | @3
  tag:ada,1 | One | 2025-02-21 | /1 | @1
then
  posts/ada/three.html | front | Three | tag:ada,3 | https://ada.example/3
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
  posts/ada/two.html | withdrawn
