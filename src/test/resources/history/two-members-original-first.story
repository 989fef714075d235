# A person's post, then the team's copy.
member ada
member team
run 2025-03-01T08:00:00Z
feed ada
  https://ada.example/caches | How caches work | 2025-02-20T09:00:00Z | /caches | @1
run 2025-03-01T09:00:00Z
feed team
  https://team.example/b/7 | How caches work | 2025-02-20T15:00:00Z | /b/7 | @1~2
  https://team.example/b/6 | Team news | 2025-02-01 | /b/6 | @6
then
  posts/ada/how-caches-work.html | front | How caches work | https://ada.example/caches | https://ada.example/caches | also https://team.example/b/7
  posts/team/team-news.html | front | Team news | https://team.example/b/6 | https://team.example/b/6
  posts/team/how-caches-work.html | copy of posts/ada/how-caches-work.html | nearly the same text, and the title or the date agrees
