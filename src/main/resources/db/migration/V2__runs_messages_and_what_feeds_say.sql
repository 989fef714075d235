-- On whose word a post's single dollar signs are read as formulas: 0 nobody's, 1 its feed's, 2 its own. What was cleaned
-- before is cleaned anew under the policy that came with this.
alter table post add column maths integer not null default 0;

create index post_maths on post (maths, feed);

-- Runs that asked a feed or changed the site: when, how long, what they came to. The newest only.
create table run (
    key integer primary key,
    begun integer not null,
    took integer not null,
    asked integer not null,
    failed integer not null,
    added integer not null,
    updated integer not null,
    withdrawn integer not null,
    written integer not null
);

-- A feed's visits by the day, in UTC, as days since 1970: how many, how many without a feed, and how long the answers took.
create table visit_day (
    day integer not null,
    feed integer not null references feed,
    visits integer not null,
    failures integer not null,
    took integer not null,
    slowest integer not null,
    primary key (day, feed)
) without rowid;

-- Feeds of which a person was told that they fail, and not yet that they are well again.
create table alarm (
    feed integer not null primary key references feed,
    told integer not null
);

-- Messages to that person that are not delivered yet.
create table message (
    key integer primary key,
    id text not null unique,
    subject text not null,
    body text not null,
    made integer not null,
    tries integer not null,
    next_try integer not null,
    trouble text
);

-- What a feed says of itself, as JSON: copies of its entries name it as their source.
alter table feed add column metadata text not null default '{}';

-- When a server's certificate expires, if that was soon when it last answered.
alter table feed add column certificate_ends integer;

pragma user_version = 2;
