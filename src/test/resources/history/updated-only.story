# Many Atom feeds date entries by their last change alone, as the standard demands no other date: that is when they are from. The
# first date stays, and a later one is an edit. A feed that was built anew gives all of them one date, which is none.
newcomerPosts 2
member ada
member bob
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,3 | Three | - | /3 | @3 | updated=2025-02-20
  tag:ada,2 | Two | - | /2 | @2 | updated=2024-05-01
  tag:ada,1 | One | - | /1 | @1 | updated=2023-05-01
feed bob
  tag:bob,2 | Built too | - | /2 | @12 | updated=2025-02-25
  tag:bob,1 | Built | - | /1 | @11 | updated=2025-02-25
then
  posts/bob/built-too.html | history | Built too | - | https://bob.example/2
  posts/bob/built.html | history | Built | - | https://bob.example/1
  posts/ada/three.html | front | Three | tag:ada,3 | https://ada.example/3
  posts/ada/two.html | front | Two | tag:ada,2 | https://ada.example/2
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
run 2025-03-10T08:00:00Z
feed ada
  tag:ada,2 | Two | - | /2 | @2~3 | updated=2025-03-09
  tag:ada,4 | Four | - | /4 | @4 | updated=2025-03-08
  tag:ada,3 | Three | - | /3 | @3 | updated=2025-02-20
  tag:ada,1 | One | - | /1 | @1 | updated=2023-05-01
feed bob
  tag:bob,3 | Built at last | - | /3 | @13 | updated=2025-02-26
  tag:bob,2 | Built too | - | /2 | @12 | updated=2025-02-26
  tag:bob,1 | Built | - | /1 | @11 | updated=2025-02-26
then
  posts/bob/built-at-last.html | front | Built at last | tag:bob,3 | https://bob.example/3
  posts/ada/four.html | front | Four | tag:ada,4 | https://ada.example/4
  posts/bob/built-too.html | history | Built too | - | https://bob.example/2
  posts/bob/built.html | history | Built | - | https://bob.example/1
  posts/ada/three.html | front | Three | tag:ada,3 | https://ada.example/3
  posts/ada/two.html | front | Two | tag:ada,2 | https://ada.example/2 | revised 2025-03-09
  posts/ada/one.html | front | One | tag:ada,1 | https://ada.example/1
