# Undated entries keep the feed's order; those of a first crawl never enter the front page, later ones are news.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,2 | Beta | - | /2 | @2
  tag:ada,1 | Zeta | - | /1 | @1
then
  posts/ada/beta.html | history | Beta | - | https://ada.example/2
  posts/ada/zeta.html | history | Zeta | - | https://ada.example/1
run 2025-03-02T08:00:00Z
feed ada
  tag:ada,3 | Gamma | - | /3 | @3
  tag:ada,2 | Beta | - | /2 | @2
  tag:ada,1 | Zeta | - | /1 | @1
then
  posts/ada/gamma.html | front | Gamma | tag:ada,3 | https://ada.example/3
  posts/ada/beta.html | history | Beta | - | https://ada.example/2
  posts/ada/zeta.html | history | Zeta | - | https://ada.example/1
