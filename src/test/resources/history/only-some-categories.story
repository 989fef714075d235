# Only posts of a category are carried; what a newcomer's other posts are does not use up the allowance.
newcomerPosts 1
member ada
run 2025-03-01T08:00:00Z
feed ada
then
member eve only=hpc
run 2025-03-02T08:00:00Z
feed eve
  tag:eve,3 | Cats | 2025-02-23 | /3 | @3 | category=cats
  tag:eve,2 | Clusters | 2025-02-22 | /2 | @2 | category=HPC
  tag:eve,1 | Caches | 2025-02-21 | /1 | @1 | category=hpc
then
  posts/eve/clusters.html | front | Clusters | tag:eve,2 | https://eve.example/2
  posts/eve/caches.html | history | Caches | - | https://eve.example/1
