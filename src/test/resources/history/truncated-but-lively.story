# Only the oldest of eight is left, and its blogger goes on writing: the week counts from when the feed became short, and what came
# and went meanwhile has gone, too. From then on it is a short feed.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,8 | Eight | 2025-02-28 | /8 | @8
  tag:ada,7 | Seven | 2025-02-27 | /7 | @7
  tag:ada,6 | Six | 2025-02-26 | /6 | @6
  tag:ada,5 | Five | 2025-02-25 | /5 | @5
  tag:ada,4 | Four | 2025-02-24 | /4 | @4
  tag:ada,3 | Three | 2025-02-23 | /3 | @3
  tag:ada,2 | Two | 2025-02-22 | /2 | @2
  tag:ada,1 | One | 2025-02-21 | /1 | @1
run 2025-03-02T08:00:00Z
feed ada
  tag:ada,1 | One | 2025-02-21 | /1 | @1
run 2025-03-05T08:00:00Z
feed ada
  tag:ada,9 | Nine | 2025-03-05 | /9 | @9
  tag:ada,1 | One | 2025-02-21 | /1 | @1
run 2025-03-09T07:00:00Z
feed ada
  tag:ada,1 | One | 2025-02-21 | /1 | @1
then
  posts/ada/nine.html | front | Nine | tag:ada,9 | https://ada.example/9
  posts/ada/eight.html | front | Eight | tag:ada,8 | https://ada.example/8
  posts/ada/seven.html | front | Seven | tag:ada,7 | https://ada.example/7
  posts/ada/six.html | front | Six | tag:ada,6 | https://ada.example/6
  posts/ada/five.html | front | Five | tag:ada,5 | https://ada.example/5
  posts/ada/four.html | front | Four | tag:ada,4 | https://ada.example/4
  posts/ada/three.html | front | Three | tag:ada,3 | https://ada.example/3
  posts/ada/two.html | front | Two | tag:ada,2 | https://ada.example/2
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
run 2025-03-09T08:00:00Z
feed ada
  tag:ada,10 | Ten | 2025-03-09 | /10 | @10
  tag:ada,1 | One | 2025-02-21 | /1 | @1
then
  posts/ada/ten.html | front | Ten | tag:ada,10 | https://ada.example/10
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
  posts/ada/eight.html | withdrawn
  posts/ada/five.html | withdrawn
  posts/ada/four.html | withdrawn
  posts/ada/nine.html | withdrawn
  posts/ada/seven.html | withdrawn
  posts/ada/six.html | withdrawn
  posts/ada/three.html | withdrawn
  posts/ada/two.html | withdrawn
run 2025-03-10T08:00:00Z
feed ada
  tag:ada,11 | Eleven | 2025-03-10 | /11 | @11
  tag:ada,1 | One | 2025-02-21 | /1 | @1
then
  posts/ada/eleven.html | front | Eleven | tag:ada,11 | https://ada.example/11
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
  posts/ada/eight.html | withdrawn
  posts/ada/five.html | withdrawn
  posts/ada/four.html | withdrawn
  posts/ada/nine.html | withdrawn
  posts/ada/seven.html | withdrawn
  posts/ada/six.html | withdrawn
  posts/ada/ten.html | withdrawn
  posts/ada/three.html | withdrawn
  posts/ada/two.html | withdrawn
