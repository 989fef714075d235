# Every item carries the time of the site's last build; noticed when unchanged texts move together.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,2 | Beta | 2025-02-20T03:00:00Z | /2 | @2
  tag:ada,1 | Zeta | 2025-02-20T03:00:00Z | /1 | @1
then
  posts/ada/beta.html | front | Beta | tag:ada,2 | https://ada.example/2
  posts/ada/zeta.html | front | Zeta | tag:ada,1 | https://ada.example/1
run 2025-03-05T08:00:00Z
feed ada
  tag:ada,3 | Gamma | 2025-03-04T03:00:00Z | /3 | @3
  tag:ada,2 | Beta | 2025-03-04T03:00:00Z | /2 | @2
  tag:ada,1 | Zeta | 2025-03-04T03:00:00Z | /1 | @1
then
  posts/ada/gamma.html | front | Gamma | tag:ada,3 | https://ada.example/3
  posts/ada/beta.html | front | Beta | tag:ada,2 | https://ada.example/2
  posts/ada/zeta.html | front | Zeta | tag:ada,1 | https://ada.example/1
