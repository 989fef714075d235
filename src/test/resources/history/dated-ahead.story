# A date in the future does not put a post at the top for ever: its place is when it was first seen.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,1 | Tomorrow's post | 2025-03-02T06:00:00Z | /1 | @1
  tag:ada,0 | Old | 2025-01-02 | /0 | @9
then
  posts/ada/tomorrows-post.html | front | Tomorrow's post | tag:ada,1 | https://ada.example/1
  posts/ada/old.html | front | Old | tag:ada,0 | https://ada.example/0
run 2025-03-01T20:00:00Z
feed ada
  tag:ada,2 | Today's post | 2025-03-01 | /2 | @2
  tag:ada,1 | Tomorrow's post | 2025-03-02T06:00:00Z | /1 | @1
  tag:ada,0 | Old | 2025-01-02 | /0 | @9
then
  posts/ada/todays-post.html | front | Today's post | tag:ada,2 | https://ada.example/2
  posts/ada/tomorrows-post.html | front | Tomorrow's post | tag:ada,1 | https://ada.example/1
  posts/ada/old.html | front | Old | tag:ada,0 | https://ada.example/0
