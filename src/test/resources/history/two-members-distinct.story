# A person has said in the list that this member's posts are nobody else's.
member ada
member team distinct
run 2025-03-01T08:00:00Z
feed ada
  https://ada.example/caches | How caches work | 2025-02-20T09:00:00Z | /caches | @1
feed team
  https://team.example/b/7 | How caches work | 2025-02-20T15:00:00Z | /b/7 | @1~2
  https://team.example/b/6 | Team news | 2025-02-01 | /b/6 | @6
then
  posts/team/how-caches-work.html | front | How caches work | https://team.example/b/7 | https://team.example/b/7
  posts/ada/how-caches-work.html | front | How caches work | https://ada.example/caches | https://ada.example/caches
  posts/team/team-news.html | front | Team news | https://team.example/b/6 | https://team.example/b/6
