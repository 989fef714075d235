# What is dated up to two days before the feed was last read was written for a while and is news, however much it is; of what is
# older, as many enter the front page as of a newcomer's.
newcomerPosts 1
member ada
run 2025-03-05T08:00:00Z
feed ada
  tag:ada,0 | Zero | 2025-03-01 | /0 | @9
run 2025-03-06T08:00:00Z
feed ada
  tag:ada,6 | Six | 2025-03-03T08:02:00Z | /6 | @6
  tag:ada,5 | Five | 2025-03-03T08:01:00Z | /5 | @5
  tag:ada,4 | Four | 2025-03-03T08:00:00Z | /4 | @4
  tag:ada,3 | Three | 2025-03-03T07:59:00Z | /3 | @3
  tag:ada,2 | Two | 2025-03-03T07:58:00Z | /2 | @2
  tag:ada,1 | One | 2025-03-03T07:57:00Z | /1 | @1
  tag:ada,0 | Zero | 2025-03-01 | /0 | @9
then
  posts/ada/six.html | front | Six | tag:ada,6 | https://ada.example/6
  posts/ada/five.html | front | Five | tag:ada,5 | https://ada.example/5
  posts/ada/four.html | front | Four | tag:ada,4 | https://ada.example/4
  posts/ada/three.html | front | Three | tag:ada,3 | https://ada.example/3
  posts/ada/two.html | history | Two | - | https://ada.example/2
  posts/ada/one.html | history | One | - | https://ada.example/1
  posts/ada/zero.html | front | Zero | tag:ada,0 | https://ada.example/0
