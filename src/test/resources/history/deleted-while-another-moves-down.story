# A post is edited and moves to the end of its feed while another is deleted: those that it let pass rose by nothing of theirs, and
# still tell that what stood before them is gone.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,9 | Nine | 2025-02-22 | /9 | @9
  tag:ada,7 | Seven | 2025-02-20 | /7 | @7
  tag:ada,5 | Five | 2025-02-15 | /5 | @5
  tag:ada,1 | One | 2025-01-01 | /1 | @1
then
  posts/ada/nine.html | front | Nine | tag:ada,9 | https://ada.example/9
  posts/ada/seven.html | front | Seven | tag:ada,7 | https://ada.example/7
  posts/ada/five.html | front | Five | tag:ada,5 | https://ada.example/5
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
run 2025-03-02T08:00:00Z
feed ada
  tag:ada,5 | Five | 2025-02-15 | /5 | @5
  tag:ada,1 | One | 2025-01-01 | /1 | @1
  tag:ada,9 | Nine | 2025-02-22 | /9 | @9~3
then
  posts/ada/nine.html | front | Nine | tag:ada,9 | https://ada.example/9 | revised 2025-03-02
  posts/ada/five.html | front | Five | tag:ada,5 | https://ada.example/5
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
  posts/ada/seven.html | withdrawn
