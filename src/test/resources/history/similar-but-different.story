# A yearly announcement from one template: same title, most words the same, two posts. Two members' announcements likewise.
member ada
member bob
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,2025 | Registration is open | 2025-02-20 | /2025 | @1
  tag:ada,2024 | Registration is open | 2024-02-22 | /2024 | @1~8
feed bob
  tag:bob,1 | Registration is open | 2025-02-21 | /1 | @1~10
then
  posts/bob/registration-is-open.html | front | Registration is open | tag:bob,1 | https://bob.example/1
  posts/ada/registration-is-open.html | front | Registration is open | tag:ada,2025 | https://ada.example/2025
  posts/ada/registration-is-open-a23ef1.html | front | Registration is open | tag:ada,2024 | https://ada.example/2024
