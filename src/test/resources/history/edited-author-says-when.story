# The author says when: that is when the post was updated, not the time of our visit.
member ada
run 2025-03-05T08:00:00Z
feed ada
  tag:ada,1 | First | 2025-02-10 | /1 | @1 | updated=2025-02-10
then
  posts/ada/first.html | front | First | tag:ada,1 | https://ada.example/1
run 2025-03-08T08:00:00Z
feed ada
  tag:ada,1 | First | 2025-02-10 | /1 | @1~2 | updated=2025-03-06
then
  posts/ada/first.html | front | First | tag:ada,1 | https://ada.example/1 | revised 2025-03-06
