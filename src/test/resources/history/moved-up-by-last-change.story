# A window in order of last change, in which an old post moves up although nothing that we show of it changed: it proves nothing
# about those that it overtook, so what falls out at the end was not withdrawn.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,9 | Nine | 2025-02-22 | /9 | @9 | updated=2025-02-22
  tag:ada,5 | Five | 2025-02-15 | /5 | @5 | updated=2025-02-20
  tag:ada,1 | One | 2025-01-01 | /1 | @1 | updated=2025-01-01
then
  posts/ada/nine.html | front | Nine | tag:ada,9 | https://ada.example/9
  posts/ada/five.html | front | Five | tag:ada,5 | https://ada.example/5 | revised 2025-02-20
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
run 2025-03-02T08:00:00Z
feed ada
  tag:ada,1 | One | 2025-01-01 | /1 | @1 | updated=2025-03-01
  tag:ada,10 | Ten | 2025-03-01 | /10 | @10 | updated=2025-03-01
  tag:ada,9 | Nine | 2025-02-22 | /9 | @9 | updated=2025-02-22
then
  posts/ada/ten.html | front | Ten | tag:ada,10 | https://ada.example/10
  posts/ada/nine.html | front | Nine | tag:ada,9 | https://ada.example/9
  posts/ada/five.html | front | Five | tag:ada,5 | https://ada.example/5 | revised 2025-02-20
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
