# The list calls the member otherwise, so that its id would be another: it keeps the one it had, and its pages their addresses.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,1 | One | 2025-02-21 | https://ada.example/1 | @1
then
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
remove ada
member countess feeds=https://ada.example/feed
run 2025-03-02T08:00:00Z
feed countess
  tag:ada,2 | Two | 2025-03-01 | https://ada.example/2 | @2
  tag:ada,1 | One | 2025-02-21 | https://ada.example/1 | @1
then
  posts/ada/two.html | front | Two | tag:ada,2 | https://ada.example/2
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
