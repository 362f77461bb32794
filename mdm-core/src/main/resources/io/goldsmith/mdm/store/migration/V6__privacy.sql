-- What the law asks of the hub: legal bases and consent, requests, restriction, erasure with its receipts, and the suppression list.

-- Which golden records a source record has left, so that erasure finds every past version that holds its values.
create table former_reference (
    record_id bigint not null,
    golden_id bigint not null,
    left_at   timestamp(6) with time zone not null, -- last
    constraint former_reference_key primary key (record_id, golden_id)
);
create index former_reference_golden on former_reference (golden_id);
insert into former_reference (record_id, golden_id, left_at)
    select x.record_id, g.id, g.changed_at from golden_record g join cross_reference x on x.golden_id = g.merged_into;

create index written_value_origin on written_value (origin_record);

-- Facts, append-only: what a person, or somebody for the person, said about a purpose on a channel, and what else makes it lawful.
create table consent (
    id            bigint       not null primary key,
    source_system varchar(64)  not null,
    source_key    varchar(256) not null,
    content_hash  varchar(32)  not null, -- of what follows, so that a repeat is known
    purpose       varchar(64)  not null,
    channel       varchar(16)  not null, -- EMAIL, PHONE, POST, ANY
    status        varchar(16)  not null, -- GRANTED, REFUSED, WITHDRAWN, OBJECTED
    legal_basis   varchar(32)  not null, -- CONSENT, CONTRACT, LEGITIMATE_INTEREST, LEGAL_OBLIGATION
    text_version  varchar(128) not null, -- the text that the person saw
    proof         varchar(256) not null, -- where the proof is
    decided_at    timestamp(6) with time zone not null,
    expires_at    timestamp(6) with time zone, -- null: never
    party         varchar(16)  not null, -- FIRST, SECOND, THIRD: of the source when it landed
    recorded_by   varchar(128) not null, -- empty: delivered by the source
    recorded_at   timestamp(6) with time zone not null,
    constraint consent_key unique (source_system, source_key, content_hash)
);

create table privacy_request (
    id               bigint      not null primary key,
    kind             varchar(16) not null, -- ACCESS, RECTIFICATION, RESTRICTION, OBJECTION, ERASURE, PORTABILITY
    golden_id        bigint      not null,
    state            varchar(16) not null, -- RECEIVED, VERIFIED, DONE, REFUSED
    received_at      timestamp(6) with time zone not null,
    due_at           timestamp(6) with time zone not null,
    extension_reason varchar(512) not null, -- empty: not extended
    verified_how     varchar(32), -- null until verified
    refusal_ground   varchar(512) not null,
    revision         int         not null
);
create index privacy_request_golden on privacy_request (golden_id);
create index privacy_request_due on privacy_request (state, due_at, id);

-- The audit of each step: opaque ids only.
create table privacy_step (
    id         bigint       not null primary key,
    request_id bigint,       -- null: a step of no request
    golden_id  bigint,
    step       varchar(32)  not null,
    made_by    varchar(128) not null,
    made_at    timestamp(6) with time zone not null
);
create index privacy_step_request on privacy_step (request_id, id);
create index privacy_step_golden on privacy_step (golden_id, id);

create table privacy_recipient (
    request_id  bigint      not null,
    system      varchar(64) not null,
    notified_at timestamp(6) with time zone, -- null until told
    notified_by varchar(128),
    constraint privacy_recipient_key primary key (request_id, system)
);

create table restriction (
    record_id     bigint       not null,
    request_id    bigint       not null,
    restricted_at timestamp(6) with time zone not null,
    lifted_at     timestamp(6) with time zone, -- null while it holds
    constraint restriction_key primary key (record_id, request_id)
);

create table erasure (
    id         bigint       not null primary key,
    golden_id  bigint,       -- null: a record that waited in quarantine
    cause      varchar(32)  not null, -- REQUEST, RETENTION, SUPPRESSION
    erased_by  varchar(128) not null,
    erased_at  timestamp(6) with time zone not null
);
create index erasure_golden on erasure (golden_id);

create table erasure_receipt (
    erasure_id bigint       not null,
    system     varchar(64)  not null,
    records    int          not null,
    ground     varchar(256) not null, -- why the system must keep something; empty: it deletes everything
    keep_until date,                  -- null: it deletes everything
    confirmed_at timestamp(6) with time zone, -- null until the system has done its part
    confirmed_by varchar(128),
    constraint erasure_receipt_key primary key (erasure_id, system)
);

-- Keyed hashes; whoever does not hold the suppression key cannot test a value against them.
create table suppression (
    hash       varchar(43) not null primary key,
    tag        varchar(16) not null, -- SOURCE_KEY, EMAIL, PHONE, NAME_AND_BIRTH; KEY_CHECK: of no person
    erasure_id bigint      not null, -- 0: none
    hits       bigint      not null, -- how often it kept something out
    last_hit   timestamp(6) with time zone
);
create index suppression_tag on suppression (tag, hash);
