# Bob's note quotes Ada's post, leads to her page, and claims to be ten days older. The page is hers all the same.
member ada
member bob
run 2025-03-01T08:00:00Z
feed ada
  http://ada.example/?p=1 | How caches work | 2025-02-20T10:00:00Z | http://ada.example/caches.html | A cache keeps what a program used last near to the processor because what was used once is soon used again and main memory takes two hundred times as long to answer so a loop that walks an array in order is fast and one that jumps is slow
feed bob
  tag:bob,1 | On memory | 2025-02-10T10:00:00Z | http://ada.example/caches.html | A cache keeps what a program used last near to the processor
then
  posts/ada/how-caches-work.html | front | How caches work | http://ada.example/?p=1 | http://ada.example/caches.html | also http://ada.example/caches.html
  posts/bob/on-memory.html | copy of posts/ada/how-caches-work.html | both link to the same page
