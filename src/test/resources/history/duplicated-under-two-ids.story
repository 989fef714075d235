# One member posts the same text twice under two ids: one post, under the id that comes first in the feed, on later visits too.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,2 | The same | 2025-02-22 | /2 | @1
  tag:ada,1 | The same | 2025-02-21 | /1 | @1
then
  posts/ada/the-same.html | front | The same | tag:ada,2 | https://ada.example/2
run 2025-03-02T08:00:00Z
feed ada
  tag:ada,3 | Another | 2025-03-01 | /3 | @3
  tag:ada,1 | The same | 2025-02-21 | /1 | @1
  tag:ada,2 | The same | 2025-02-22 | /2 | @1
then
  posts/ada/another.html | front | Another | tag:ada,3 | https://ada.example/3
  posts/ada/the-same.html | front | The same | tag:ada,2 | https://ada.example/2
