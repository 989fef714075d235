# Ada publishes through FeedBurner, whose own address is in her links; the team links to her page and names it canonical.
member ada
member team
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,1 | How caches work | 2025-02-20 | https://feedproxy.example/~r/ada/1 | @1 | canonical=https://ada.example/caches
feed team
  tag:team,1 | How caches work | 2025-02-18 | /b/7 | @1 | canonical=https://ada.example/caches
then
  posts/ada/how-caches-work.html | front | How caches work | tag:ada,1 | https://ada.example/caches | also https://team.example/b/7
  posts/team/how-caches-work.html | copy of posts/ada/how-caches-work.html | one names the other as its source
