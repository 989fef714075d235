# A hidden post is nowhere, its copy with it, whatever the feeds say; shown again, it has its old address.
member ada
member team
run 2025-03-01T08:00:00Z
feed ada
  https://ada.example/caches | How caches work | 2025-02-20T09:00:00Z | /caches | @1
feed team
  https://team.example/b/7 | How caches work | 2025-02-20T15:00:00Z | /b/7 | @1~2
  https://team.example/b/6 | Team news | 2025-02-01 | /b/6 | @6
then
  posts/ada/how-caches-work.html | front | How caches work | https://ada.example/caches | https://ada.example/caches | also https://team.example/b/7
  posts/team/team-news.html | front | Team news | https://team.example/b/6 | https://team.example/b/6
  posts/team/how-caches-work.html | copy of posts/ada/how-caches-work.html | nearly the same text, and the title or the date agrees
hide https://www.ada.example/caches/
run 2025-03-02T08:00:00Z
feed ada
  https://ada.example/caches | How caches work | 2025-02-20T09:00:00Z | /caches | @1
feed team
  https://team.example/b/7 | How caches work | 2025-02-20T15:00:00Z | /b/7 | @1~2
  https://team.example/b/6 | Team news | 2025-02-01 | /b/6 | @6
then
  posts/team/team-news.html | front | Team news | https://team.example/b/6 | https://team.example/b/6
  posts/ada/how-caches-work.html | absent
  posts/team/how-caches-work.html | absent
unhide https://www.ada.example/caches/
hide https://planet.example/posts/team/team-news.html
run 2025-03-03T08:00:00Z
then
  posts/ada/how-caches-work.html | front | How caches work | https://ada.example/caches | https://ada.example/caches | also https://team.example/b/7
  posts/team/how-caches-work.html | copy of posts/ada/how-caches-work.html | nearly the same text, and the title or the date agrees
  posts/team/team-news.html | absent
