# Eve joins with six old posts: two enter the front page, the others are on her own pages. What she writes next is news.
newcomerPosts 2
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,1 | One | 2025-02-21 | /1 | @91
then
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
member new
run 2025-03-02T08:00:00Z
feed new
  tag:new,6 | Number 6 | 2025-01-06 | /6 | @6
  tag:new,5 | Number 5 | 2025-01-05 | /5 | @5
  tag:new,4 | Number 4 | 2025-01-04 | /4 | @4
  tag:new,3 | Number 3 | 2025-01-03 | /3 | @3
  tag:new,2 | Number 2 | 2025-01-02 | /2 | @2
  tag:new,1 | Number 1 | 2025-01-01 | /1 | @1
then
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
  posts/new/number-6.html | front | Number 6 | tag:new,6 | https://new.example/6
  posts/new/number-5.html | front | Number 5 | tag:new,5 | https://new.example/5
  posts/new/number-4.html | history | Number 4 | - | https://new.example/4
  posts/new/number-3.html | history | Number 3 | - | https://new.example/3
  posts/new/number-2.html | history | Number 2 | - | https://new.example/2
  posts/new/number-1.html | history | Number 1 | - | https://new.example/1
run 2025-03-03T08:00:00Z
feed new
  tag:new,7 | Number 7 | 2025-03-02 | /7 | @7
  tag:new,6 | Number 6 | 2025-01-06 | /6 | @6
  tag:new,5 | Number 5 | 2025-01-05 | /5 | @5
  tag:new,4 | Number 4 | 2025-01-04 | /4 | @4
  tag:new,3 | Number 3 | 2025-01-03 | /3 | @3
  tag:new,2 | Number 2 | 2025-01-02 | /2 | @2
  tag:new,1 | Number 1 | 2025-01-01 | /1 | @1
then
  posts/new/number-7.html | front | Number 7 | tag:new,7 | https://new.example/7
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
  posts/new/number-6.html | front | Number 6 | tag:new,6 | https://new.example/6
  posts/new/number-5.html | front | Number 5 | tag:new,5 | https://new.example/5
  posts/new/number-4.html | history | Number 4 | - | https://new.example/4
  posts/new/number-3.html | history | Number 3 | - | https://new.example/3
  posts/new/number-2.html | history | Number 2 | - | https://new.example/2
  posts/new/number-1.html | history | Number 1 | - | https://new.example/1
