# http becomes https and .html is dropped; the guid is the link, the title changes with it. The link is still the same page.
member ada
run 2025-03-01T08:00:00Z
feed ada
  http://ada.example/pinning.html | Pinning | 2025-02-10 | http://ada.example/pinning.html | @1
then
  posts/ada/pinning.html | front | Pinning | http://ada.example/pinning.html | http://ada.example/pinning.html
run 2025-03-02T08:00:00Z
feed ada
  https://ada.example/pinning/ | Pinning threads | 2025-02-10 | https://ada.example/pinning/ | @1
then
  posts/ada/pinning.html | front | Pinning threads | http://ada.example/pinning.html | https://ada.example/pinning/
