# A calendar lists the events to come, the next one first, each under the day on which it takes place. One that is over leaves the
# list: nobody withdrew it.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,1 | Talk on caches | 2025-03-04 | /1 | @1
  tag:ada,2 | Talk on linkers | 2025-03-11 | /2 | @2
  tag:ada,3 | Talk on loaders | 2025-03-18 | /3 | @3
then
  posts/ada/talk-on-caches.html | history | Talk on caches | - | https://ada.example/1
  posts/ada/talk-on-linkers.html | history | Talk on linkers | - | https://ada.example/2
  posts/ada/talk-on-loaders.html | history | Talk on loaders | - | https://ada.example/3
run 2025-03-05T08:00:00Z
feed ada
  tag:ada,2 | Talk on linkers | 2025-03-11 | /2 | @2
  tag:ada,3 | Talk on loaders | 2025-03-18 | /3 | @3
then
  posts/ada/talk-on-caches.html | history | Talk on caches | - | https://ada.example/1
  posts/ada/talk-on-linkers.html | history | Talk on linkers | - | https://ada.example/2
  posts/ada/talk-on-loaders.html | history | Talk on loaders | - | https://ada.example/3
