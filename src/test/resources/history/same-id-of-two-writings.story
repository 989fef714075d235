# Two members' feeds number their posts alike. The one that was met first keeps the id, though a newer one comes by it.
member ada
member eve
run 2025-03-01T08:00:00Z
feed ada
  mid:1 | Compilers | 2025-02-20 | /1 | @1
feed eve
  mid:9 | Linkers | 2025-02-10 | /9 | @9
then
  posts/ada/compilers.html | front | Compilers | mid:1 | https://ada.example/1
  posts/eve/linkers.html | front | Linkers | mid:9 | https://eve.example/9
run 2025-03-02T08:00:00Z
quiet ada
feed eve
  mid:1 | Loaders | 2025-03-01 | /10 | @10
  mid:9 | Linkers | 2025-02-10 | /9 | @9
then
  posts/eve/loaders.html | front | Loaders | urn:orrery:eve:mid%3A1 | https://eve.example/10
  posts/ada/compilers.html | front | Compilers | mid:1 | https://ada.example/1
  posts/eve/linkers.html | front | Linkers | mid:9 | https://eve.example/9
