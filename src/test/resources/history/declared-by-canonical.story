# The team announces a member's post in a few words of it and says where it is from (rel=canonical): a copy, whichever comes first.
member ada
member team
run 2025-03-01T08:00:00Z
feed team
  tag:team,7 | New from Ada | 2025-02-21T15:00:00Z | /b/7 | A teaser. | canonical=https://ada.example/caches
  tag:team,6 | Team news | 2025-02-01 | /b/6 | @6
then
  posts/team/new-from-ada.html | front | New from Ada | tag:team,7 | https://ada.example/caches
  posts/team/team-news.html | front | Team news | tag:team,6 | https://team.example/b/6
run 2025-03-01T20:00:00Z
feed ada
  tag:ada,1 | How caches work | 2025-02-20T09:00:00Z | /caches | @1
then
  posts/ada/how-caches-work.html | front | How caches work | tag:ada,1 | https://ada.example/caches | also https://team.example/b/7
  posts/team/team-news.html | front | Team news | tag:team,6 | https://team.example/b/6
  posts/team/new-from-ada.html | copy of posts/ada/how-caches-work.html | one names the other as its source
