# The team's copy stands on the front page. Its author joins with a long history: the writing stays there, now as hers, once.
newcomerPosts 1
member team
run 2025-03-01T08:00:00Z
feed team
  https://team.example/b/7 | How caches work | 2025-02-20T15:00:00Z | /b/7 | @1~2
  https://team.example/b/6 | Team news | 2025-02-01 | /b/6 | @6
then
  posts/team/how-caches-work.html | front | How caches work | https://team.example/b/7 | https://team.example/b/7
  posts/team/team-news.html | front | Team news | https://team.example/b/6 | https://team.example/b/6
member ada
run 2025-03-02T08:00:00Z
feed team
  https://team.example/b/7 | How caches work | 2025-02-20T15:00:00Z | /b/7 | @1~2
  https://team.example/b/6 | Team news | 2025-02-01 | /b/6 | @6
feed ada
  https://ada.example/newest | Newest | 2025-02-28 | /newest | @3
  https://ada.example/caches | How caches work | 2025-02-20T09:00:00Z | /caches | @1
  https://ada.example/old | Old | 2025-01-01 | /old | @5
then
  posts/ada/newest.html | front | Newest | https://ada.example/newest | https://ada.example/newest
  posts/ada/how-caches-work.html | front | How caches work | https://ada.example/caches | https://ada.example/caches | also https://team.example/b/7
  posts/team/team-news.html | front | Team news | https://team.example/b/6 | https://team.example/b/6
  posts/ada/old.html | history | Old | - | https://ada.example/old
  posts/team/how-caches-work.html | copy of posts/ada/how-caches-work.html | nearly the same text, and the title or the date agrees
