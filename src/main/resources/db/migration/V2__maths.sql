-- On whose word a post's single dollar signs are read as formulas: 0 nobody's, 1 its feed's, 2 its own. What was cleaned
-- before is cleaned anew under the policy that came with this.
alter table post add column maths integer not null default 0;

create index post_maths on post (maths, feed);

pragma user_version = 2;
