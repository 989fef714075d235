# Bob's link blog links to Ada's post and says what he thinks of it: that is his own writing.
member ada
member bob
run 2025-03-01T08:00:00Z
feed ada
  https://ada.example/caches | How caches work | 2025-02-20 | /caches | @1
feed bob
  tag:bob,1 | How caches work | 2025-02-21 | https://ada.example/caches | @2
then
  posts/bob/how-caches-work.html | front | How caches work | tag:bob,1 | https://ada.example/caches
  posts/ada/how-caches-work.html | front | How caches work | https://ada.example/caches | https://ada.example/caches
