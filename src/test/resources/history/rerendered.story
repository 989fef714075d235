# White space, wrappers, classes, a signed picture, tracking and a count of comments change: nothing has.
member ada
run 2025-03-01T08:00:00Z
feed ada
  tag:ada,1 | First | 2025-02-10 | /1?utm_source=rss | @1 <img src="https://cdn.example/a.png?X-Amz-Signature=aaa&X-Amz-Date=1"><a href="/more?utm_medium=feed">more</a> <p>3 Comments</p>
then
  posts/ada/first.html | front | First | tag:ada,1 | https://ada.example/1
run 2025-03-02T08:00:00Z
feed ada
  tag:ada,1 | First | 2025-02-10 | /1?utm_source=rss | @1 <div class="x"><img src="https://cdn.example/a.png?X-Amz-Signature=bbb&amp;X-Amz-Date=2" /><a class="y" href="/more?utm_medium=atom">more</a></div>   <p>17 Comments</p>
then
  posts/ada/first.html | front | First | tag:ada,1 | https://ada.example/1
