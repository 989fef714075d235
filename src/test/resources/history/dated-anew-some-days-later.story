# Nearly the same text under the same title, another id and another link: two days later it is the post once more, a second after
# that the next of a series.
member ada
member bea
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,1 | Report | 2025-02-20T08:00:00Z | /a | @7
feed bea
  tag:bea,1 | Notes | 2025-02-20T08:00:00Z | /a | @8
run 2025-03-02T08:00:00Z
feed ada
  tag:ada,2 | Report | 2025-02-22T08:00:00Z | /b | @7~3
feed bea
  tag:bea,2 | Notes | 2025-02-22T08:00:01Z | /b | @8~3
then
  posts/bea/notes-714dde.html | front | Notes | tag:bea,2 | https://bea.example/b
  posts/ada/report.html | front | Report | tag:ada,1 | https://ada.example/b | revised 2025-03-02
  posts/bea/notes.html | front | Notes | tag:bea,1 | https://bea.example/a
