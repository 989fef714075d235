# An aggregate carries a person's posts: same ids and links, short texts, a title with the name before it, its own dates.
member planet
member ada
run 2025-03-01T08:00:00Z
feed planet
  https://ada.example/caches | Ada: How caches work | 2025-02-20T09:00:00Z | https://ada.example/caches | A teaser. | source=https://ada.example/
  https://eve.example/x | Eve: Something else | 2025-02-19 | https://eve.example/x | @4 | source=https://eve.example/
feed ada
  https://ada.example/caches | How caches work | 2025-02-20T09:00:00Z | /caches | @1
then
  posts/ada/how-caches-work.html | front | How caches work | https://ada.example/caches | https://ada.example/caches | also https://ada.example/caches
  posts/planet/eve-something-else.html | front | Eve: Something else | https://eve.example/x | https://eve.example/x
  posts/planet/ada-how-caches-work.html | copy of posts/ada/how-caches-work.html | one names the other as its source
