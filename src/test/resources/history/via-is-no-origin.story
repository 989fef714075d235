# Two link blogs write about one article, and a third about a member's post; each says where it found it (rel=via). What they write is
# their own: three posts, at home on their own pages.
member ada
member ben
member cleo
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,1 | Caches, measured | 2025-02-20T09:00:00Z | /caches | @1 | via=https://news.example/caches
feed ben
  tag:ben,1 | Why I doubt these caches | 2025-02-21T09:00:00Z | /doubts | @2 | via=https://news.example/caches
feed cleo
  tag:cleo,1 | Both are right | 2025-02-22T09:00:00Z | /both | @3 | via=https://ada.example/caches
then
  posts/cleo/both-are-right.html | front | Both are right | tag:cleo,1 | https://cleo.example/both
  posts/ben/why-i-doubt-these-caches.html | front | Why I doubt these caches | tag:ben,1 | https://ben.example/doubts
  posts/ada/caches-measured.html | front | Caches, measured | tag:ada,1 | https://ada.example/caches
