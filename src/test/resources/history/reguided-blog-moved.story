# The blog moves to another host and generator: every id and link is new, dates lose their time, a word is mended on the way.
member ada
run 2025-03-01T08:00:00Z
feed ada
  http://ada.example/?p=12 | Compilers | 2025-02-20T17:30:00Z | http://ada.example/2025/02/compilers.html | @2
  http://ada.example/?p=11 | Linkers | 2025-02-10T09:00:00Z | http://ada.example/2025/02/linkers.html | @1
then
  posts/ada/compilers.html | front | Compilers | http://ada.example/?p=12 | http://ada.example/2025/02/compilers.html
  posts/ada/linkers.html | front | Linkers | http://ada.example/?p=11 | http://ada.example/2025/02/linkers.html
run 2025-03-02T08:00:00Z
feed ada
  https://new.example/posts/compilers/ | Compilers | 2025-02-20T00:00:00Z | https://new.example/posts/compilers/ | @2~1
  https://new.example/posts/linkers/ | Linkers | 2025-02-10T00:00:00Z | https://new.example/posts/linkers/ | @1
then
  posts/ada/compilers.html | front | Compilers | http://ada.example/?p=12 | https://new.example/posts/compilers/ | revised 2025-03-02
  posts/ada/linkers.html | front | Linkers | http://ada.example/?p=11 | https://new.example/posts/linkers/
run 2025-03-03T08:00:00Z
feed ada
  https://new.example/posts/loaders/ | Loaders | 2025-03-03T00:00:00Z | https://new.example/posts/loaders/ | @3
  https://new.example/posts/compilers/ | Compilers | 2025-02-20T00:00:00Z | https://new.example/posts/compilers/ | @2~1
  https://new.example/posts/linkers/ | Linkers | 2025-02-10T00:00:00Z | https://new.example/posts/linkers/ | @1
then
  posts/ada/loaders.html | front | Loaders | https://new.example/posts/loaders/ | https://new.example/posts/loaders/
  posts/ada/compilers.html | front | Compilers | http://ada.example/?p=12 | https://new.example/posts/compilers/ | revised 2025-03-02
  posts/ada/linkers.html | front | Linkers | http://ada.example/?p=11 | https://new.example/posts/linkers/
