-- A small planet's archive as the program with schema 3 left it: two feeds, three posts, one run, one message on its way.
BEGIN TRANSACTION;
CREATE TABLE alarm (
    feed integer not null primary key references feed,
    told integer not null
);
INSERT INTO "alarm" VALUES(2,1795243608898);
CREATE TABLE cleaned (
    post integer not null primary key references post,
    markup text not null,
    lead_image text
);
INSERT INTO "cleaned" VALUES(3,'<p>Compilers are patient readers.</p>','https://grace.example/c.png');
CREATE TABLE content (
    post integer not null primary key references post,
    markup text,
    base text,
    summary text,
    summary_base text,
    words text not null
);
INSERT INTO "content" VALUES(1,'<p>A short night in the machine room.</p>','https://ada.example/night',NULL,NULL,'A short night in the machine room.');
INSERT INTO "content" VALUES(2,'<p>A long day at the login node.</p>','https://ada.example/day',NULL,NULL,'A long day at the login node.');
INSERT INTO "content" VALUES(3,'<p>Compilers are patient readers.</p>','https://grace.example/c',NULL,NULL,'Compilers are patient readers.');
CREATE TABLE fact (
    name text not null primary key,
    value integer not null
) without rowid;
INSERT INTO "fact" VALUES('checked',1795243608898);
INSERT INTO "fact" VALUES('first_run_done',1795243608898);
INSERT INTO "fact" VALUES('maintained',1795243608898);
INSERT INTO "fact" VALUES('stamp',2);
CREATE TABLE feed (
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
    warning text, metadata text not null default '{}', certificate_ends integer,
    unique (member, xml_url)
);
INSERT INTO "feed" VALUES(1,'ada','ada.xml','3cb18393a71d841d96df63d8a73784b1d53e8cc86c4373e60754d6679d73108f',NULL,'ada.xml',NULL,'3cb18393a71d841d96df63d8a73784b1d53e8cc86c4373e60754d6679d73108f',1795243608898,NULL,1800000,NULL,'','',1759392000000,1795243608898,1795243608898,0,0,NULL,0,'read, 2 entries',NULL,'{"title":"Ada in the machine room"}',1796000000000);
INSERT INTO "feed" VALUES(2,'grace','grace.xml','9ecee4a0ea3a8175b1619515c35dda65be7c548e272947ec867a91195639c7c4',NULL,'grace.xml',NULL,'9ecee4a0ea3a8175b1619515c35dda65be7c548e272947ec867a91195639c7c4',1795243608898,NULL,3600000,NULL,'','',1759478400000,1795243608898,1795243608898,1,0,NULL,0,'read, 1 entry',NULL,'{}',NULL);
CREATE TABLE "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO "flyway_schema_history" VALUES(1,'1','feeds and posts','SQL','V1__feeds_and_posts.sql',-526702983,'','2026-11-21 07:00:00.000',20,1);
INSERT INTO "flyway_schema_history" VALUES(2,'2','runs messages and what feeds say','SQL','V2__runs_messages_and_what_feeds_say.sql',-1165311927,'','2026-11-21 08:30:00.000',3,1);
INSERT INTO "flyway_schema_history" VALUES(3,'3','cleaned texts','SQL','V3__cleaned_texts.sql',-1380945150,'','2026-11-21 13:41:20.352',13,1);
CREATE TABLE kinship (
    one integer not null references post,
    other integer not null references post,
    reason text not null,
    copy integer,
    likeness real not null,
    primary key (one, other)
) without rowid;
CREATE TABLE message (
    key integer primary key,
    id text not null unique,
    subject text not null,
    body text not null,
    made integer not null,
    tries integer not null,
    next_try integer not null,
    trouble text
);
INSERT INTO "message" VALUES(1,'failing-2026-11-21T07:00:00Z','Old planet: a feed is failing for three days','- Grace',1795243608898,1,1795243908898,'the mail server is away');
CREATE TABLE post (
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
    sim_hash integer not null,
    policy integer not null,
    version text not null, maths integer not null default 0,
    unique (member, slug)
);
INSERT INTO "post" VALUES(1,'ada','night-shift','https://ada.example/night','PERMALINK',1,'{"link":"https://ada.example/night","title":"Night shift","published":"2025-10-02T08:00:00Z","categories":[{"term":"ops"}]}',1795243608898,1759392000000,NULL,'A short night in the machine room.',7,0,NULL,NULL,'0d7ebafee9d5048cb8febae87231a96d',7565278590781402040,2,'7f687046b5525717f5d4067c7967e7a7',0);
INSERT INTO "post" VALUES(2,'ada','day-shift','https://ada.example/day','PERMALINK',1,'{"link":"https://ada.example/day","title":"Day shift","published":"2025-10-01T08:00:00Z"}',1795243608898,1759305600000,NULL,'A long day at the login node.',7,0,NULL,NULL,'c2c7fd6f4cb0fe4cd6c1b85f3b6471e6',-2856450321924137146,2,'fa34b3e4e33480685a72721d844d8c8a',0);
INSERT INTO "post" VALUES(3,'grace','on-compilers','tag:grace:1','GUID',2,'{"link":"https://grace.example/c","title":"On compilers","published":"2025-10-03T08:00:00Z"}',1795243608898,1759478400000,NULL,'Compilers are patient readers.',4,0,NULL,NULL,'6c44bde33dc20925a8db5c01b1e47de4',5200604276565125904,2,'6add5c400f625bf9628442868e1a1def',2);
CREATE TABLE reading (
    feed integer not null primary key references feed,
    last_read integer,
    listing text not null,
    longest integer not null,
    reduced_since integer,
    missing text not null,
    restamps integer not null
);
INSERT INTO "reading" VALUES(1,1795243608898,'1 2',2,NULL,'',0);
INSERT INTO "reading" VALUES(2,1795243608898,'3',1,NULL,'',0);
CREATE TABLE run (
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
INSERT INTO "run" VALUES(1,1795243608898,2300,2,0,3,0,0,35);
CREATE TABLE sighting (
    feed integer not null references feed,
    id text not null,
    post integer not null references post,
    primary key (feed, id)
) without rowid;
INSERT INTO "sighting" VALUES(1,'https://ada.example/day',2);
INSERT INTO "sighting" VALUES(1,'https://ada.example/night',1);
INSERT INTO "sighting" VALUES(2,'tag:grace:1',3);
CREATE TABLE trace (
    hash integer not null,
    post integer not null references post,
    primary key (hash, post)
) without rowid;
INSERT INTO "trace" VALUES(-8441936723311168797,1);
INSERT INTO "trace" VALUES(-6359359033225315312,1);
INSERT INTO "trace" VALUES(7103728786292551131,1);
INSERT INTO "trace" VALUES(-1395228734819946677,2);
INSERT INTO "trace" VALUES(1619321603794277643,2);
INSERT INTO "trace" VALUES(7890838306206167819,2);
INSERT INTO "trace" VALUES(-5546559883437327346,3);
INSERT INTO "trace" VALUES(-557391960079600366,3);
INSERT INTO "trace" VALUES(6921091531287862278,3);
CREATE TABLE visit_day (
    day integer not null,
    feed integer not null references feed,
    visits integer not null,
    failures integer not null,
    took integer not null,
    slowest integer not null,
    primary key (day, feed)
) without rowid;
INSERT INTO "visit_day" VALUES(20778,1,1,0,0,0);
INSERT INTO "visit_day" VALUES(20778,2,1,0,1,1);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE INDEX reading_reduced on reading (reduced_since) where reduced_since is not null;
CREATE INDEX post_policy on post (policy);
CREATE INDEX trace_post on trace (post);
CREATE INDEX kinship_other on kinship (other);
CREATE INDEX post_maths on post (maths, feed);
COMMIT;
