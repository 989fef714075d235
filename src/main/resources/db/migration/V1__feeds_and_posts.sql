-- Times are milliseconds since 1970 in UTC; durations are milliseconds; absent is null.

-- Facts about the archive itself.
create table fact (
    name text not null primary key,
    value integer not null
) without rowid;

insert into fact (name, value) values ('stamp', 0);

-- A feed of a member: how to ask it, when, and how it went.
create table feed (
    key integer primary key,
    member text not null,
    xml_url text not null,
    etag text,
    last_modified text,
    validators_for text,
    moved_to text,
    body_digest text,
    next_due integer,
    not_before integer,
    interval integer,
    wished_interval integer,
    skip_hours text not null default '',
    skip_days text not null default '',
    newest integer,
    last_asked integer,
    last_success integer,
    last_response integer,
    failures integer not null default 0,
    failing_since integer,
    gone integer not null default 0,
    words text not null,
    warning text,
    unique (member, xml_url)
);

-- What history remembers of a feed's readings. Apart from the feed, so that asking when feeds are due stays cheap.
create table reading (
    feed integer not null primary key references feed,
    last_read integer,
    listing text not null,
    longest integer not null,
    reduced_since integer,
    missing text not null,
    restamps integer not null
);

create index reading_reduced on reading (reduced_since) where reduced_since is not null;

-- A post without its text, so that listings never read bodies.
create table post (
    key integer primary key,
    member text not null,
    slug text not null,
    id text not null,
    id_kind text not null,
    feed integer not null references feed,
    metadata text not null,
    first_seen integer not null,
    ordered integer not null,
    revised integer,
    excerpt text not null,
    words integer not null,
    held_back integer not null,
    withdrawn integer,
    last_listed integer,
    raw_digest text not null,
    essence_digest text not null,
    text_digest text not null,
    sim_hash integer not null,
    policy integer not null,
    version text not null,
    unique (member, slug)
);

create index post_policy on post (policy);

-- The raw entry's texts, and the cleaned one's words.
create table content (
    post integer not null primary key references post,
    markup text,
    base text,
    summary text,
    summary_base text,
    words text not null
);

-- Every id under which a feed has listed a post.
create table sighting (
    feed integer not null references feed,
    id text not null,
    post integer not null references post,
    primary key (feed, id)
) without rowid;

-- Where to look for the same writing in another member's feed: hashes of addresses, ids, titles, and text with date.
create table trace (
    hash integer not null,
    post integer not null references post,
    primary key (hash, post)
) without rowid;

create index trace_post on trace (post);

-- Two members' posts that are one writing, and why. The first has the smaller key.
create table kinship (
    one integer not null references post,
    other integer not null references post,
    reason text not null,
    copy integer,
    likeness real not null,
    primary key (one, other)
) without rowid;

create index kinship_other on kinship (other);

pragma user_version = 1;
