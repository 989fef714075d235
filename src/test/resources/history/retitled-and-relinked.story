# A title is put right right after publishing, and the generator makes link and id from it: the moment and the text tell the post.
member ada
run 2025-03-01T08:00:00Z
feed ada
  https://ada.example/complier-flags/ | Complier flags | 2025-02-28T14:05:00Z | https://ada.example/complier-flags/ | @2
  https://ada.example/linkers/ | Linkers | 2025-02-10T09:00:00Z | https://ada.example/linkers/ | @1
then
  posts/ada/complier-flags.html | front | Complier flags | https://ada.example/complier-flags/ | https://ada.example/complier-flags/
  posts/ada/linkers.html | front | Linkers | https://ada.example/linkers/ | https://ada.example/linkers/
run 2025-03-02T08:00:00Z
feed ada
  https://ada.example/compiler-flags/ | Compiler flags | 2025-02-28T14:05:00Z | https://ada.example/compiler-flags/ | @2~1
  https://ada.example/linkers/ | Linkers | 2025-02-10T09:00:00Z | https://ada.example/linkers/ | @1
then
  posts/ada/complier-flags.html | front | Compiler flags | https://ada.example/complier-flags/ | https://ada.example/compiler-flags/ | revised 2025-03-02
  posts/ada/linkers.html | front | Linkers | https://ada.example/linkers/ | https://ada.example/linkers/
