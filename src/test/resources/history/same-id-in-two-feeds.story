# The team republishes a post under its author's id, at its own address, shortened and with another title: one writing.
member team
member ada
run 2025-03-01T08:00:00Z
feed team
  tag:ada.example,2025:1 | Reading about caches | 2025-02-22 | /b/7 | A teaser.
  tag:team,6 | Team news | 2025-02-01 | /b/6 | @6
feed ada
  tag:ada.example,2025:1 | How caches work | 2025-02-20T09:00:00Z | /caches | @1
then
  posts/ada/how-caches-work.html | front | How caches work | tag:ada.example,2025:1 | https://ada.example/caches | also https://team.example/b/7
  posts/team/team-news.html | front | Team news | tag:team,6 | https://team.example/b/6
  posts/team/reading-about-caches.html | copy of posts/ada/how-caches-work.html | both have the same id
