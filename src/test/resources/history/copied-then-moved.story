# Bob lists the beginning of what Ada wrote, and links to her page. Her blog moves: his copy names the old page, and is one still.
member ada
member bob
run 2025-03-01T08:00:00Z
feed ada
  http://ada.example/?p=1 | How caches work | 2025-02-20T10:00:00Z | http://ada.example/caches.html | A cache keeps what a program used last near to the processor because what was used once is soon used again and main memory takes two hundred times as long to answer so a loop that walks an array in order is fast and one that jumps is slow
feed bob
  tag:bob,1 | How caches work | 2025-02-20T10:00:00Z | http://ada.example/caches.html | A cache keeps what a program used last near to the processor because what was used once is soon used again and main memory takes two hundred times
then
  posts/ada/how-caches-work.html | front | How caches work | http://ada.example/?p=1 | http://ada.example/caches.html | also http://ada.example/caches.html
  posts/bob/how-caches-work.html | copy of posts/ada/how-caches-work.html | both link to the same page
run 2025-03-02T08:00:00Z
feed ada
  http://ada.example/?p=1 | How caches work | 2025-02-20T10:00:00Z | https://new.example/caches/ | A cache keeps what a program used last near to the processor because what was used once is soon used again and main memory takes two hundred times as long to answer so a loop that walks an array in order is fast and one that jumps is slow
quiet bob
then
  posts/ada/how-caches-work.html | front | How caches work | http://ada.example/?p=1 | https://new.example/caches/ | also http://ada.example/caches.html
  posts/bob/how-caches-work.html | copy of posts/ada/how-caches-work.html | both link to the same page
