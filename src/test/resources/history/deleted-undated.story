# A feed without dates that adds at its beginning: what is gone from amidst it or from there was deleted, since the oldest goes first.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,2 | Two | - | /2 | @2
  tag:ada,1 | One | - | /1 | @1
run 2025-03-02T08:00:00Z
feed ada
  tag:ada,3 | Three | - | /3 | @3
  tag:ada,2 | Two | - | /2 | @2
  tag:ada,1 | One | - | /1 | @1
run 2025-03-03T08:00:00Z
feed ada
  tag:ada,5 | Five | - | /5 | @5
  tag:ada,4 | Four | - | /4 | @4
  tag:ada,3 | Three | - | /3 | @3
  tag:ada,2 | Two | - | /2 | @2
  tag:ada,1 | One | - | /1 | @1
run 2025-03-04T08:00:00Z
feed ada
  tag:ada,4 | Four | - | /4 | @4
  tag:ada,2 | Two | - | /2 | @2
  tag:ada,1 | One | - | /1 | @1
then
  posts/ada/four.html | front | Four | tag:ada,4 | https://ada.example/4
  posts/ada/two.html | history | Two | - | https://ada.example/2
  posts/ada/one.html | history | One | - | https://ada.example/1
  posts/ada/five.html | withdrawn
  posts/ada/three.html | withdrawn
