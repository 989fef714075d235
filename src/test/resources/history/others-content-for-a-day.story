# For a day the server answers with somebody else's feed. Ada's own is back the day after and stays: what was never hers is taken
# for withdrawn once it has been missing for a week.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,3 | Three | 2025-02-23 | /3 | @3
  tag:ada,2 | Two | 2025-02-22 | /2 | @2
  tag:ada,1 | One | 2025-02-21 | /1 | @1
run 2025-03-02T08:00:00Z
feed ada
  tag:casino,3 | Win | 2025-03-01 | https://casino.example/3 | @13
  tag:casino,2 | Win more | 2025-02-28 | https://casino.example/2 | @12
  tag:casino,1 | Win today | 2025-02-27 | https://casino.example/1 | @11
run 2025-03-03T08:00:00Z
feed ada
  tag:ada,3 | Three | 2025-02-23 | /3 | @3
  tag:ada,2 | Two | 2025-02-22 | /2 | @2
  tag:ada,1 | One | 2025-02-21 | /1 | @1
then
  posts/ada/win.html | front | Win | tag:casino,3 | https://casino.example/3
  posts/ada/win-more.html | front | Win more | tag:casino,2 | https://casino.example/2
  posts/ada/win-today.html | front | Win today | tag:casino,1 | https://casino.example/1
  posts/ada/three.html | front | Three | tag:ada,3 | https://ada.example/3
  posts/ada/two.html | front | Two | tag:ada,2 | https://ada.example/2
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
run 2025-03-11T08:00:00Z
quiet ada
then
  posts/ada/three.html | front | Three | tag:ada,3 | https://ada.example/3
  posts/ada/two.html | front | Two | tag:ada,2 | https://ada.example/2
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
  posts/ada/win-more.html | withdrawn
  posts/ada/win-today.html | withdrawn
  posts/ada/win.html | withdrawn
