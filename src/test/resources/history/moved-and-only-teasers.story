# The blog moves to another host and generator, whose feed gives a sentence about each post in place of its text, and days without
# a time (the second was written on the evening of the 19th, there): by title and date they are the same posts.
member ada
run 2025-03-01T08:00:00Z
feed ada
  http://ada.example/?p=13 | Loaders | 2025-02-25T11:00:00Z | http://ada.example/2025/02/loaders.html | @3
  http://ada.example/?p=12 | Compilers | 2025-02-20T03:30:00Z | http://ada.example/2025/02/compilers.html | @2
  http://ada.example/?p=11 | Linkers | 2025-02-10T09:00:00Z | http://ada.example/2025/02/linkers.html | @1
then
  posts/ada/loaders.html | front | Loaders | http://ada.example/?p=13 | http://ada.example/2025/02/loaders.html
  posts/ada/compilers.html | front | Compilers | http://ada.example/?p=12 | http://ada.example/2025/02/compilers.html
  posts/ada/linkers.html | front | Linkers | http://ada.example/?p=11 | http://ada.example/2025/02/linkers.html
run 2025-03-02T08:00:00Z
feed ada
  https://new.example/loaders/ | Loaders | 2025-02-25T11:00:00Z | https://new.example/loaders/ | What happens before main.
  https://new.example/compilers/ | Compilers | 2025-02-19T00:00:00Z | https://new.example/compilers/ | How a compiler sees your loops.
  https://new.example/linkers/ | Linkers | 2025-02-10T00:00:00Z | https://new.example/linkers/ |
then
  posts/ada/loaders.html | front | Loaders | http://ada.example/?p=13 | https://new.example/loaders/ | revised 2025-03-02
  posts/ada/compilers.html | front | Compilers | http://ada.example/?p=12 | https://new.example/compilers/ | revised 2025-03-02
  posts/ada/linkers.html | front | Linkers | http://ada.example/?p=11 | https://new.example/linkers/ | revised 2025-03-02
