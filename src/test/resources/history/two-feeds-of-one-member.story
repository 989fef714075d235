# One member, a full feed and one of excerpts with other ids: one post, and the full text stays. Gone from one feed is not gone.
member ada feeds=https://ada.example/feed,https://ada.example/excerpts
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,2 | Two | 2025-02-22 | /2 | @2
  tag:ada,1 | One | 2025-02-21 | /1 | @1
feed ada/2
  https://ada.example/2 | Two | 2025-02-22 | /2 | @2
  tag:ada,1 | One | 2025-02-21 | /1 | An excerpt.
then
  posts/ada/two.html | front | Two | tag:ada,2 | https://ada.example/2
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
run 2025-03-02T08:00:00Z
feed ada/2
  tag:ada,1 | One | 2025-02-21 | /1 | An excerpt, reworded.
then
  posts/ada/two.html | front | Two | tag:ada,2 | https://ada.example/2
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
run 2025-03-03T08:00:00Z
feed ada
  tag:ada,1 | One | 2025-02-21 | /1 | @1
then
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
  posts/ada/two.html | withdrawn
