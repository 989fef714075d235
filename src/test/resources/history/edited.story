# An edit replaces the text in place and says so; the order does not move.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,2 | Second | 2025-02-20 | /2 | @2
  tag:ada,1 | First | 2025-02-10 | /1 | @1
then
  posts/ada/second.html | front | Second | tag:ada,2 | https://ada.example/2
  posts/ada/first.html | front | First | tag:ada,1 | https://ada.example/1
run 2025-03-02T08:00:00Z
feed ada
  tag:ada,2 | Second | 2025-02-20 | /2 | @2
  tag:ada,1 | First | 2025-02-10 | /1 | @1~4
then
  posts/ada/second.html | front | Second | tag:ada,2 | https://ada.example/2
  posts/ada/first.html | front | First | tag:ada,1 | https://ada.example/1 | revised 2025-03-02
