-- When a server's certificate expires, if that was soon when it last answered.
alter table feed add column certificate_ends integer;

pragma user_version = 5;
