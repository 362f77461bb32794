-- Data quality, corrections, and records that vanish from full extracts.

-- ── facts ──────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Who made a version, if not its source: 'correction by NAME', 'missing from full extract RUN'. Empty: the source delivered it.
alter table source_record_version add column origin varchar(160) default '' not null;
-- Of a version that the source did not deliver: the version that it stands in for. Of a deletion that the hub inferred: the one that is in
-- force again as soon as the source has the record after all.
alter table source_record_version add column instead_of int;

-- The source's own time of the newest repeat of the version in force, if it is newer than the version: until then the source had nothing
-- else, so that a version of a time in between comes late. Null: never repeated.
alter table source_record add column confirmed_at timestamp(6) with time zone;

alter table quarantine_entry add column closed_by varchar(128) default '' not null; -- empty: nobody, a better version came
alter table quarantine_entry add column closing_comment varchar(2000) default '' not null;

create table full_extract (
    run_id        bigint       not null primary key,
    source_system varchar(64)  not null,
    started_at    timestamp(6) with time zone not null,
    state         varchar(16)  not null, -- READING, RECONCILED, HELD, INCOMPLETE, OBSOLETE (a newer one took its place)
    unreadable    bigint       not null, -- deliveries that could not be read: any of them may be a record that seems to have vanished
    live          bigint       not null, -- records of the system when it was reconciled
    vanished      bigint       not null, -- how many of them it did not deliver
    settled_by    varchar(128) not null  -- who let them go in spite of the limit; empty: nobody had to
);
create index full_extract_system on full_extract (source_system, state, run_id);

-- What a full extract delivered, until it is reconciled. A record may be there twice.
create table full_extract_record (
    run_id    bigint not null,
    record_id bigint not null
);
create index full_extract_record_run on full_extract_record (run_id, record_id);

-- ── results ────────────────────────────────────────────────────────────────────────────────────────────────────────

create table quality_score (
    assessed_on  date        not null, -- one for each day, that of the last assessment
    subject_kind varchar(16) not null, -- HUB, SOURCE_SYSTEM, RULE
    subject      varchar(64) not null, -- of the hub itself: empty
    dimension    varchar(16) not null,
    score        int         not null, -- hundredths of a point, 0 to 10000
    judged       bigint      not null, -- how many records it is about
    broken       bigint      not null, -- how many of them fall short
    run_id       bigint      not null,
    assessed_at  timestamp(6) with time zone not null,
    constraint quality_score_key primary key (assessed_on, subject_kind, subject, dimension)
);
create index quality_score_subject on quality_score (subject_kind, subject, dimension, assessed_on);

-- What the last assessment found of the rules that ask for a task or look across records.
create table quality_finding (
    record_id bigint      not null,
    rule      varchar(64) not null,
    version   int         not null, -- of the record
    run_id    bigint      not null, -- the assessment that found it last
    asked     boolean     not null, -- whether a task was opened about it
    constraint quality_finding_key primary key (record_id, rule)
);
create index quality_finding_rule on quality_finding (rule, record_id);

-- While an assessment is at work: the standard values that must be unique, as hashes.
create table unique_value (
    rule          varchar(64) not null,
    source_system varchar(64) not null,
    value_hash    varchar(32) not null,
    record_id     bigint      not null,
    version       int         not null
);
create index unique_value_hash on unique_value (rule, source_system, value_hash, record_id);
