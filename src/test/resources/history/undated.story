# Undated entries keep the feed's order; those of a first crawl never enter the front page, later ones are news.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,2 | Beta | - | /2 | @2
  tag:ada,1 | Zeta | - | /1 | @1
then
  posts/ada/beta.html | HELD_BACK | Beta | tag:ada,2
  posts/ada/zeta.html | HELD_BACK | Zeta | tag:ada,1
run 2025-03-02T08:00:00Z
feed ada
  tag:ada,3 | Gamma | - | /3 | @3
  tag:ada,2 | Beta | - | /2 | @2
  tag:ada,1 | Zeta | - | /1 | @1
then
  posts/ada/gamma.html | SHOWN | Gamma | tag:ada,3
  posts/ada/beta.html | HELD_BACK | Beta | tag:ada,2
  posts/ada/zeta.html | HELD_BACK | Zeta | tag:ada,1
