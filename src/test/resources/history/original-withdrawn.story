# The author deletes the original; the team still carries its copy, which then stands for itself.
member ada
member team
run 2025-03-01T08:00:00Z
feed ada
  https://ada.example/caches | How caches work | 2025-02-20T09:00:00Z | /caches | @1
  https://ada.example/old | Old | 2025-01-01 | /old | @5
feed team
  https://team.example/b/7 | How caches work | 2025-02-20T15:00:00Z | /b/7 | @1~2
  https://team.example/b/6 | Team news | 2025-02-01 | /b/6 | @6
then
  posts/ada/how-caches-work.html | front | How caches work | https://ada.example/caches | https://ada.example/caches | also https://team.example/b/7
  posts/team/team-news.html | front | Team news | https://team.example/b/6 | https://team.example/b/6
  posts/ada/old.html | front | Old | https://ada.example/old | https://ada.example/old
  posts/team/how-caches-work.html | copy of posts/ada/how-caches-work.html | nearly the same text, and the title or the date agrees
run 2025-03-02T08:00:00Z
feed ada
  https://ada.example/old | Old | 2025-01-01 | /old | @5
then
  posts/team/how-caches-work.html | front | How caches work | https://team.example/b/7 | https://team.example/b/7
  posts/team/team-news.html | front | Team news | https://team.example/b/6 | https://team.example/b/6
  posts/ada/old.html | front | Old | https://ada.example/old | https://ada.example/old
  posts/ada/how-caches-work.html | withdrawn
