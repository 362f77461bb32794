-- The connectors' tables, in the SQL that H2 and PostgreSQL share. No table holds a value of a person.

create sequence delivery_id start with 1 increment by 100;

-- How far each stream was landed. Moves only after the landing committed.
create table connector_watermark (
    connector varchar(64) not null,
    stream    varchar(64) not null,
    mark      timestamp(6) with time zone not null,
    moved_at  timestamp(6) with time zone not null,
    constraint connector_watermark_key primary key (connector, stream)
);

-- Files that were landed, so that one that is found again is not read again.
create table connector_file (
    connector varchar(64)  not null,
    name      varchar(255) not null,
    size      bigint       not null,
    digest    varchar(64)  not null, -- SHA-256 of the content
    landed_at timestamp(6) with time zone not null,
    constraint connector_file_key primary key (connector, name, size, digest)
);

-- The delivery ledger. What is sent is computed from the golden record when it is sent.
create table delivery (
    id             bigint       not null primary key,
    target         varchar(64)  not null,
    golden_id      bigint       not null,
    golden_version int          not null,
    record_key     varchar(256) not null,
    record_version int          not null, -- the version of the target's record that it was computed against
    content_hash   varchar(64)  not null, -- keyed to nothing but state: SHA-256 of the columns to be written
    state          varchar(16)  not null, -- PENDING, SENT, ACKNOWLEDGED, REFUSED, DEAD, SUPERSEDED
    attempts       int          not null,
    replays        int          not null,
    next_attempt   timestamp(6) with time zone, -- null: none
    carrier        varchar(128) not null, -- the file that carries it, empty if none
    reason         varchar(512) not null,
    created_at     timestamp(6) with time zone not null,
    changed_at     timestamp(6) with time zone not null
);
create index delivery_due on delivery (target, state, next_attempt);
create index delivery_record on delivery (target, record_key, id);
create index delivery_golden on delivery (golden_id, id);
