-- What a feed says of itself, as JSON: copies of its entries name it as their source.
alter table feed add column metadata text not null default '{}';

pragma user_version = 4;
