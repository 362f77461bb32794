-- The match model in force is part of the published rules; null: m and u as the configuration has them.
alter table published_rules add column model varchar;
alter table published_rules add column model_digest varchar(64);
alter table published_rules add column cause varchar(256) default '' not null;

-- When every result was made by these rules; null: results of the rules before still stand, until a batch has replaced them.
alter table published_rules add column settled_at timestamp(6) with time zone;
update published_rules set settled_at = published_at;

-- A batch that would change more customers than the guard allows waits here for a person.
create table held_publication (
    id            bigint       not null primary key,
    rules_version int          not null,
    cause         varchar(256) not null,
    effect        varchar      not null, -- what it would do: counts and golden ids, no values
    state         varchar(16)  not null, -- WAITING, APPROVED, DISMISSED, SUPERSEDED, DONE
    held_at       timestamp(6) with time zone not null,
    decided_by    varchar(128),
    decided_at    timestamp(6) with time zone
);
create index held_publication_state on held_publication (state, id);
