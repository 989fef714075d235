# The same short note under the same title each week, with its own link and date, is a new post each week.
member ada
run 2025-03-08T08:00:00Z
feed ada
  tag:ada,2 | Office hours | 2025-03-07 | /2 | Office hours today at three as usual. Bring your jobs.
  tag:ada,1 | Office hours | 2025-02-28 | /1 | Office hours today at three as usual. Bring your jobs.
then
  posts/ada/office-hours.html | front | Office hours | tag:ada,2 | https://ada.example/2
  posts/ada/office-hours-855c56.html | front | Office hours | tag:ada,1 | https://ada.example/1
