# A feed without ids gives some from now on, spells its links otherwise and has its texts written anew: the same posts, known
# by their links. Two posts of one page have links of their own, and a link that several posts have says nothing.
member ada
run 2025-03-01T08:00:00Z
feed ada
  - | Third | 2025-02-03 | http://www.ada.example/log#3 | @3
  - | Second | 2025-02-02 | http://www.ada.example/log#2 | @2
  - | First | 2025-02-01 | http://www.ada.example/first.html | @1
then
  posts/ada/third.html | front | Third | http://www.ada.example/log#3 | http://www.ada.example/log#3
  posts/ada/second.html | front | Second | http://www.ada.example/log#2 | http://www.ada.example/log#2
  posts/ada/first.html | front | First | http://www.ada.example/first.html | http://www.ada.example/first.html
run 2025-03-02T08:00:00Z
feed ada
  tag:ada,5 | Fifth | 2025-03-02 | https://ada.example/ | @15
  tag:ada,4 | Fourth | 2025-03-01 | https://ada.example/ | @14
  tag:ada,3 | Third: the end | 2025-02-03 | https://ada.example/log#3 | @13
  tag:ada,2 | Second | 2025-02-02 | https://ada.example/log#2 | @2
  tag:ada,1 | First | 2025-02-01 | https://ada.example/first | @11
then
  posts/ada/fifth.html | front | Fifth | tag:ada,5 | https://ada.example/
  posts/ada/fourth.html | front | Fourth | tag:ada,4 | https://ada.example/
  posts/ada/third.html | front | Third: the end | http://www.ada.example/log#3 | https://ada.example/log#3 | revised 2025-03-02
  posts/ada/second.html | front | Second | http://www.ada.example/log#2 | https://ada.example/log#2
  posts/ada/first.html | front | First | http://www.ada.example/first.html | https://ada.example/first | revised 2025-03-02
