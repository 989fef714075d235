-- What pages and feeds show of a post, so that nothing is cleaned twice. Apart from the entry's own text, so that neither is
-- read for the other. Absent for posts that were stored before, and for those that came with an export: cleaned when shown.
create table cleaned (
    post integer not null primary key references post,
    markup text not null,
    lead_image text
);

-- Texts that are no longer the same to the letter are compared themselves.
alter table post drop column essence_digest;
alter table post drop column text_digest;

pragma user_version = 3;
