# The link changes, the id stays: one post.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,1 | A talk | 2025-02-10 | /talk | @1
then
  posts/ada/a-talk.html | front | A talk | tag:ada,1 | https://ada.example/talk
run 2025-03-02T08:00:00Z
feed ada
  tag:ada,1 | A talk | 2025-02-10 | /talks/2025/a-talk | @1
then
  posts/ada/a-talk.html | front | A talk | tag:ada,1 | https://ada.example/talks/2025/a-talk
