# Dates of the ten minutes before the request are the request's, if all are; one that is older shows that the others are honest.
member ada
member bea
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,2 | Beta | 2025-03-01T07:55:00Z | /2 | @2
  tag:ada,1 | Alpha | 2025-03-01T07:50:00Z | /1 | @1
feed bea
  tag:bea,2 | Second | 2025-03-01T07:55:00Z | /2 | @12
  tag:bea,1 | First | 2025-03-01T07:49:59Z | /1 | @11
then
  posts/ada/beta.html | history | Beta | - | https://ada.example/2
  posts/ada/alpha.html | history | Alpha | - | https://ada.example/1
  posts/bea/second.html | front | Second | tag:bea,2 | https://bea.example/2
  posts/bea/first.html | front | First | tag:bea,1 | https://bea.example/1
