# A newcomer's list of categories is taken away: the old posts that it left out are history, what she wrote since she joined is news.
newcomerPosts 1
member ada
run 2025-03-01T08:00:00Z
feed ada
then
member eve only=hpc
run 2025-03-02T08:00:00Z
feed eve
  tag:eve,4 | Cats | 2025-02-24 | /4 | @4 | category=cats
  tag:eve,3 | Clusters | 2025-02-23 | /3 | @3 | category=HPC
  tag:eve,2 | Caches | 2025-02-22 | /2 | @2 | category=hpc
  tag:eve,1 | Kittens | 2025-02-21 | /1 | @1 | category=cats
run 2025-03-03T08:00:00Z
feed eve
  tag:eve,6 | Lions | 2025-03-02T20:00:00Z | /6 | @6 | category=cats
  tag:eve,5 | Tigers | 2025-01-05 | /5 | @5 | category=cats
  tag:eve,4 | Cats | 2025-02-24 | /4 | @4 | category=cats
  tag:eve,3 | Clusters | 2025-02-23 | /3 | @3 | category=HPC
  tag:eve,2 | Caches | 2025-02-22 | /2 | @2 | category=hpc
  tag:eve,1 | Kittens | 2025-02-21 | /1 | @1 | category=cats
then
  posts/eve/clusters.html | front | Clusters | tag:eve,3 | https://eve.example/3
  posts/eve/caches.html | history | Caches | - | https://eve.example/2
member eve
run 2025-03-04T08:00:00Z
quiet eve
then
  posts/eve/lions.html | front | Lions | tag:eve,6 | https://eve.example/6
  posts/eve/cats.html | history | Cats | - | https://eve.example/4
  posts/eve/clusters.html | front | Clusters | tag:eve,3 | https://eve.example/3
  posts/eve/caches.html | history | Caches | - | https://eve.example/2
  posts/eve/kittens.html | history | Kittens | - | https://eve.example/1
  posts/eve/tigers.html | history | Tigers | - | https://eve.example/5
