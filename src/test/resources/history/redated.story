# An event post whose date moves, and with it the link, is one post and keeps its place.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,2 | News | 2025-02-20 | /news | @2
  tag:ada,1 | Open day | 2025-02-10 | /2025-02-10-open-day | @1
then
  posts/ada/news.html | front | News | tag:ada,2 | https://ada.example/news
  posts/ada/open-day.html | front | Open day | tag:ada,1 | https://ada.example/2025-02-10-open-day
run 2025-03-02T08:00:00Z
feed ada
  tag:ada,1 | Open day | 2025-02-27 | /2025-02-27-open-day | @1
  tag:ada,2 | News | 2025-02-20 | /news | @2
then
  posts/ada/news.html | front | News | tag:ada,2 | https://ada.example/news
  posts/ada/open-day.html | front | Open day | tag:ada,1 | https://ada.example/2025-02-27-open-day
