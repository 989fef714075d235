# A date of another year cannot be meant. It counts as none: on the feed's first crawl such a post is history, later it is news.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,1 | In the year 2052 | 2052-03-02 | /1 | @1
  tag:ada,0 | Old | 2025-01-02 | /0 | @9
then
  posts/ada/in-the-year-2052.html | history | In the year 2052 | - | https://ada.example/1
  posts/ada/old.html | front | Old | tag:ada,0 | https://ada.example/0
run 2025-03-02T08:00:00Z
feed ada
  tag:ada,2 | Again | 2052-03-03 | /2 | @2
  tag:ada,1 | In the year 2052 | 2052-03-02 | /1 | @1
  tag:ada,0 | Old | 2025-01-02 | /0 | @9
then
  posts/ada/again.html | front | Again | tag:ada,2 | https://ada.example/2
  posts/ada/in-the-year-2052.html | history | In the year 2052 | - | https://ada.example/1
  posts/ada/old.html | front | Old | tag:ada,0 | https://ada.example/0
