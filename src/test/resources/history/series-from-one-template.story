# A report of every day from one template: same title, nearly the same words, each listed beside the others. None is an edit of
# another, whether it comes a day later or in the same document.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,1 | The queue today | 2025-02-28 | /1 | @1
then
  posts/ada/the-queue-today.html | front | The queue today | tag:ada,1 | https://ada.example/1
run 2025-03-03T08:00:00Z
feed ada
  tag:ada,3 | The queue today | 2025-03-02 | /3 | @1~2
  tag:ada,2 | The queue today | 2025-03-01 | /2 | @1~1
  tag:ada,1 | The queue today | 2025-02-28 | /1 | @1
then
  posts/ada/the-queue-today-3e4236.html | front | The queue today | tag:ada,3 | https://ada.example/3
  posts/ada/the-queue-today-0d2cc1.html | front | The queue today | tag:ada,2 | https://ada.example/2
  posts/ada/the-queue-today.html | front | The queue today | tag:ada,1 | https://ada.example/1
