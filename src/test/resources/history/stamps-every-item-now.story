# Every item carries the time of the request: those dates are not believed, first-seen stands.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,2 | Beta | 2025-03-01T08:00:00Z | /2 | @2
  tag:ada,1 | Zeta | 2025-03-01T08:00:00Z | /1 | @1
then
  posts/ada/beta.html | history | Beta | - | https://ada.example/2
  posts/ada/zeta.html | history | Zeta | - | https://ada.example/1
run 2025-03-02T08:00:00Z
feed ada
  tag:ada,3 | Gamma | 2025-03-02T08:00:00Z | /3 | @3
  tag:ada,2 | Beta | 2025-03-02T08:00:00Z | /2 | @2
  tag:ada,1 | Zeta | 2025-03-02T08:00:00Z | /1 | @1
then
  posts/ada/gamma.html | front | Gamma | tag:ada,3 | https://ada.example/3
  posts/ada/beta.html | history | Beta | - | https://ada.example/2
  posts/ada/zeta.html | history | Zeta | - | https://ada.example/1
