# The title follows the author; the page's address stays.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,1 | Frist post | 2025-02-10 | /1 | @1
then
  posts/ada/frist-post.html | front | Frist post | tag:ada,1 | https://ada.example/1
run 2025-03-02T08:00:00Z
feed ada
  tag:ada,1 | First post | 2025-02-10 | /1 | @1
then
  posts/ada/frist-post.html | front | First post | tag:ada,1 | https://ada.example/1
