# Posts of one day from one template, under other titles, and a translation that another feed gives under the same title and date:
# each is a post of its own.
member ada feeds=https://ada.example/feed,https://ada.example/fr/feed
run 2025-03-01T08:00:00Z
feed ada
  https://ada.example/1.2.3/ | Release 1.2.3 | 2025-02-28T00:00:00Z | https://ada.example/1.2.3/ | @1
feed ada/2
  https://ada.example/fr/autre/ | Autre | 2025-02-27T00:00:00Z | https://ada.example/fr/autre/ | @5
then
  posts/ada/release-1-2-3.html | front | Release 1.2.3 | https://ada.example/1.2.3/ | https://ada.example/1.2.3/
  posts/ada/autre.html | front | Autre | https://ada.example/fr/autre/ | https://ada.example/fr/autre/
run 2025-03-02T08:00:00Z
feed ada
  https://ada.example/1.2.4/ | Release 1.2.4 | 2025-02-28T00:00:00Z | https://ada.example/1.2.4/ | @1~2
  https://ada.example/1.2.3/ | Release 1.2.3 | 2025-02-28T00:00:00Z | https://ada.example/1.2.3/ | @1
feed ada/2
  https://ada.example/fr/1.2.3/ | Release 1.2.3 | 2025-02-28T00:00:00Z | https://ada.example/fr/1.2.3/ | @7
  https://ada.example/fr/autre/ | Autre | 2025-02-27T00:00:00Z | https://ada.example/fr/autre/ | @5
then
  posts/ada/release-1-2-3-5aa839.html | front | Release 1.2.3 | https://ada.example/fr/1.2.3/ | https://ada.example/fr/1.2.3/
  posts/ada/release-1-2-3.html | front | Release 1.2.3 | https://ada.example/1.2.3/ | https://ada.example/1.2.3/
  posts/ada/release-1-2-4.html | front | Release 1.2.4 | https://ada.example/1.2.4/ | https://ada.example/1.2.4/
  posts/ada/autre.html | front | Autre | https://ada.example/fr/autre/ | https://ada.example/fr/autre/
