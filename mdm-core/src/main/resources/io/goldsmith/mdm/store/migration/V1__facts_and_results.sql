-- The hub's tables, in the SQL that H2 and PostgreSQL share. Facts are append-only; results can be rebuilt from them.
-- Documents (JSON) are plain varchar: they are read and written whole, and H2 and PostgreSQL treat them alike.

create sequence record_id start with 1 increment by 1000;
create sequence golden_id start with 1 increment by 1000;
create sequence event_id start with 1 increment by 1000;
create sequence entry_id start with 1 increment by 100;

-- ── facts ──────────────────────────────────────────────────────────────────────────────────────────────────────────

create table source_record (
    id               bigint      not null primary key,
    source_system    varchar(64) not null,
    source_key       varchar(256) not null,
    latest_version   int         not null, -- in force: the newest that no rule rejected, by (source_timestamp, version); 0: none yet
    resolved_version int         not null, -- 0: none of its versions has been resolved yet
    state            varchar(16) not null, -- PENDING, RESOLVED, QUARANTINED, DELETED
    constraint source_record_key unique (source_system, source_key)
);
create index source_record_state on source_record (state, id);

create table source_record_version (
    record_id        bigint      not null,
    version          int         not null, -- by arrival, from 1
    content_hash     varchar(32) not null,
    source_timestamp timestamp(6) with time zone not null,
    landed_at        timestamp(6) with time zone not null,
    run_id           bigint      not null,
    deleted          boolean     not null,
    raw              varchar     not null, -- attribute → values, as the source gave them
    constraint source_record_version_key primary key (record_id, version)
);

create table customer_order (
    source_system varchar(64)  not null,
    order_key     varchar(256) not null,
    source_key    varchar(256) not null, -- the customer, as this system knows it
    order_date    date         not null,
    amount        numeric(14, 2) not null,
    category      varchar(128) not null,
    constraint customer_order_key primary key (source_system, order_key)
);
create index customer_order_customer on customer_order (source_system, source_key);

create table relation (
    kind          varchar(32)  not null, -- contact, establishment, group, household
    source_system varchar(64)  not null,
    from_key      varchar(256) not null,
    to_key        varchar(256) not null,
    role          varchar(128) not null,
    recorded_at   timestamp(6) with time zone not null,
    constraint relation_key primary key (kind, source_system, from_key, to_key)
);
create index relation_to on relation (source_system, to_key);

-- What the hub wrote into a system, so that a value that comes back keeps its first provenance.
create table written_value (
    source_system  varchar(64)  not null,
    source_key     varchar(256) not null,
    attribute      varchar(64)  not null,
    value_hash     varchar(32)  not null, -- of the standard values
    origin_record  bigint       not null,
    origin_version int          not null,
    as_of          timestamp(6) with time zone not null,
    written_at     timestamp(6) with time zone not null,
    constraint written_value_key primary key (source_system, source_key, attribute)
);

create table decision (
    id           bigint      not null primary key,
    kind         varchar(16) not null, -- MERGE (the two records are one customer), NOT_DUPLICATE (they are not)
    left_record  bigint      not null,
    right_record bigint      not null,
    made_by      varchar(128) not null,
    made_at      timestamp(6) with time zone not null,
    comment_text varchar     not null,
    undone_by    varchar(128), -- null while it stands
    undone_at    timestamp(6) with time zone
);
create index decision_left on decision (left_record);
create index decision_right on decision (right_record);

-- ── results ────────────────────────────────────────────────────────────────────────────────────────────────────────

create table standard_record (
    record_id bigint  not null primary key,
    version   int     not null,
    standard  varchar not null, -- attribute → standard values
    problems  varchar not null  -- what could not be standardised or failed a warning rule: attribute, rule, reason; no values
);

create table blocking_key (
    rule_number int    not null,
    key_hash    bigint not null,
    record_id   bigint not null,
    constraint blocking_key_key primary key (rule_number, key_hash, record_id)
);
-- No index by record: the keys of a record follow from its standard form, and the index would cost more than the table.

create table scored_pair (
    left_record   bigint      not null, -- the smaller id
    right_record  bigint      not null,
    left_version  int         not null,
    right_version int         not null,
    weight        int         not null, -- ten-thousandths of a bit
    grade         varchar(16) not null, -- MATCH, POSSIBLE_MATCH
    rules_version int         not null,
    constraint scored_pair_key primary key (left_record, right_record)
);
create index scored_pair_right on scored_pair (right_record);

create table golden_record (
    id          bigint      not null primary key,
    version     int         not null,
    state       varchar(16) not null, -- ACTIVE, MERGED (redirects), RETIRED (no live source record is left)
    merged_into bigint,
    created_at  timestamp(6) with time zone not null,
    changed_at  timestamp(6) with time zone not null,
    valid_until timestamp(6) with time zone -- when a rule would choose otherwise; null: never by itself
);
create index golden_record_state on golden_record (state, id);

create table golden_record_version (
    golden_id    bigint  not null,
    version      int     not null,
    attributes   varchar not null, -- attribute → values, as they are shown
    provenance   varchar not null, -- attribute or group → record, version, rule, as of, purposes, losing values
    members      varchar not null, -- the record ids of the cluster, sorted
    evaluated_at timestamp(6) with time zone not null,
    cause        varchar(256) not null,
    constraint golden_record_version_key primary key (golden_id, version)
);

create table cross_reference (
    record_id bigint      not null primary key,
    golden_id bigint      not null,
    origin    varchar(16) not null, -- AUTO, MANUAL
    weight    int,                  -- of the strongest link to another member; null if alone
    linked_at timestamp(6) with time zone not null
);
create index cross_reference_golden on cross_reference (golden_id);

create table search_term (
    term      varchar(64) not null,
    golden_id bigint      not null,
    constraint search_term_key primary key (term, golden_id)
);

create table stewardship_task (
    id              bigint       not null primary key,
    kind            varchar(32)  not null,
    subject         varchar(128) not null, -- what it is about, one task per kind and subject: for a possible duplicate, its strongest pair of source records
    golden_id       bigint       not null,
    other_golden_id bigint,
    left_record     bigint,
    right_record    bigint,
    weight          int,
    priority        int          not null, -- higher first
    state           varchar(16)  not null, -- OPEN, ACCEPTED, REJECTED, OBSOLETE
    details         varchar      not null,
    created_at      timestamp(6) with time zone not null,
    closed_at       timestamp(6) with time zone,
    closed_by       varchar(128),
    revision        int          not null,
    constraint stewardship_task_subject unique (kind, subject)
);
create index stewardship_task_queue on stewardship_task (state, kind, priority, id);
create index stewardship_task_golden on stewardship_task (golden_id);
create index stewardship_task_other on stewardship_task (other_golden_id);

-- ── outbox, quarantine, runs ───────────────────────────────────────────────────────────────────────────────────────

create table change_event (
    id             bigint       not null primary key,
    golden_id      bigint       not null,
    golden_version int          not null, -- before and after are golden_record_version rows
    kind           varchar(16)  not null, -- CREATED, UPDATED, MERGED, RETIRED
    cause          varchar(256) not null,
    occurred_at    timestamp(6) with time zone not null,
    position       bigint,                -- given after commit by the relay; null until then
    constraint change_event_position unique (position)
);

create table consumer_cursor (
    consumer   varchar(64) not null primary key,
    position   bigint      not null, -- of the last event it has dealt with
    moved_at   timestamp(6) with time zone not null
);

create table lease (
    name       varchar(64)  not null primary key,
    holder     varchar(128) not null,
    fence      bigint       not null, -- grows with each new holder
    held_until timestamp(6) with time zone not null
);
-- Locked (select … for update) by who must be the only one to do something: they are there from the start, so that no two make them.
insert into lease (name, holder, fence, held_until) values
    ('relay', '', 0, timestamp with time zone '1970-01-01 00:00:00+00:00'),
    ('resolution', '', 0, timestamp with time zone '1970-01-01 00:00:00+00:00'),
    ('runs', '', 0, timestamp with time zone '1970-01-01 00:00:00+00:00');

create table quarantine_entry (
    id             bigint       not null primary key,
    source_system  varchar(64)  not null,
    origin         varchar(512) not null, -- where it came from: the source key, or file:line
    record_id      bigint,               -- null if it never became a source record
    record_version int,
    reasons        varchar      not null, -- rule and reason, without values
    payload        varchar      not null, -- what was delivered, if it never became a source record
    state          varchar(16)  not null, -- WAITING, REPLAYED, DISCARDED
    run_id         bigint       not null,
    created_at     timestamp(6) with time zone not null,
    closed_at      timestamp(6) with time zone
);
create index quarantine_entry_state on quarantine_entry (state, id);
create index quarantine_entry_record on quarantine_entry (record_id);
create index quarantine_entry_origin on quarantine_entry (source_system, origin);

create table run (
    id         bigint       not null primary key,
    name       varchar(64)  not null, -- the connector, or the job
    state      varchar(16)  not null, -- RUNNING, DONE, FAILED, INTERRUPTED
    started_at timestamp(6) with time zone not null,
    ended_at   timestamp(6) with time zone,
    counts     varchar      not null, -- name → number
    message    varchar      not null
);
create index run_name on run (name, id);

create table published_rules (
    version      int         not null primary key,
    digest       varchar(64) not null,
    content      varchar     not null, -- attributes, matching, survivorship and sources as they were in force
    published_at timestamp(6) with time zone not null
);
