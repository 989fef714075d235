# The very first run reaches nobody: the network is not up yet, or the machine may not ask. Nobody is a newcomer in the next one.
newcomerPosts 1
member ada
run 2025-03-01T08:00:00Z
then
run 2025-03-01T09:00:00Z
feed ada
  tag:ada,2 | Two | 2024-02-22 | /2 | @2
  tag:ada,1 | One | 2024-02-21 | /1 | @1
then
  posts/ada/two.html | front | Two | tag:ada,2 | https://ada.example/2
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
