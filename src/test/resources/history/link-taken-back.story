# Bob's note quotes Ada's post and links to her page, as if it were that. He gives it an address of its own: it is no longer hers, nor is hers his.
member ada
member bob
run 2025-03-01T08:00:00Z
feed ada
  http://ada.example/?p=1 | How caches work | 2025-02-20T10:00:00Z | http://ada.example/caches.html | A cache keeps what a program used last near to the processor because what was used once is soon used again and main memory takes two hundred times as long to answer so a loop that walks an array in order is fast and one that jumps is slow
feed bob
  tag:bob,1 | On memory | 2025-02-22T10:00:00Z | http://ada.example/caches.html | A cache keeps what a program used last near to the processor
then
  posts/ada/how-caches-work.html | front | How caches work | http://ada.example/?p=1 | http://ada.example/caches.html | also http://ada.example/caches.html
  posts/bob/on-memory.html | copy of posts/ada/how-caches-work.html | both link to the same page
run 2025-03-02T08:00:00Z
quiet ada
feed bob
  tag:bob,1 | On memory | 2025-02-22T10:00:00Z | https://bob.example/memory.html | A cache keeps what a program used last near to the processor
then
  posts/bob/on-memory.html | front | On memory | tag:bob,1 | https://bob.example/memory.html
  posts/ada/how-caches-work.html | front | How caches work | http://ada.example/?p=1 | http://ada.example/caches.html
