-- Terms are looked for by their beginnings. PostgreSQL does so by an index only where texts are ordered byte by byte; under the order of
-- any language it reads the whole table. H2 orders them so already.
alter table search_term alter column term type varchar(64) collate "C";
