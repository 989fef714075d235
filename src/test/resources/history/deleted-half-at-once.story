# Half of a feed may be deleted at once, and any two posts of a small one: neither is so much that the feed must be broken.
member ada
member bea
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,6 | Six | 2025-02-26 | /6 | @6
  tag:ada,5 | Five | 2025-02-25 | /5 | @5
  tag:ada,4 | Four | 2025-02-24 | /4 | @4
  tag:ada,3 | Three | 2025-02-23 | /3 | @3
  tag:ada,2 | Two | 2025-02-22 | /2 | @2
  tag:ada,1 | One | 2025-02-21 | /1 | @1
feed bea
  tag:bea,3 | Third | 2025-02-23 | /3 | @13
  tag:bea,2 | Second | 2025-02-22 | /2 | @12
  tag:bea,1 | First | 2025-02-21 | /1 | @11
run 2025-03-02T08:00:00Z
feed ada
  tag:ada,6 | Six | 2025-02-26 | /6 | @6
  tag:ada,2 | Two | 2025-02-22 | /2 | @2
  tag:ada,1 | One | 2025-02-21 | /1 | @1
feed bea
  tag:bea,5 | Fifth | 2025-03-02 | /5 | @15
  tag:bea,4 | Fourth | 2025-03-01 | /4 | @14
  tag:bea,1 | First | 2025-02-21 | /1 | @11
then
  posts/bea/fifth.html | front | Fifth | tag:bea,5 | https://bea.example/5
  posts/bea/fourth.html | front | Fourth | tag:bea,4 | https://bea.example/4
  posts/ada/six.html | front | Six | tag:ada,6 | https://ada.example/6
  posts/ada/two.html | front | Two | tag:ada,2 | https://ada.example/2
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
  posts/bea/first.html | front | First | tag:bea,1 | https://bea.example/1
  posts/ada/five.html | withdrawn
  posts/ada/four.html | withdrawn
  posts/ada/three.html | withdrawn
  posts/bea/second.html | withdrawn
  posts/bea/third.html | withdrawn
