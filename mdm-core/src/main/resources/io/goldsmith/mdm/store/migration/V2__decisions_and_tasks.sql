-- Decisions about more than two records, pins, and what stewards do with tasks.

-- ── facts ──────────────────────────────────────────────────────────────────────────────────────────────────────────

-- kind: MERGE and LINK (the two records are one customer), NOT_DUPLICATE (they are not), UNLINK (the left record is not of the
-- customer of the right ones), UNMERGE (the two sides are two customers, each held together), PIN (left and right: its anchor).
alter table decision add column taken_back_by bigint; -- the UNMERGE that took this decision back; undoing that one reinstates this
create index decision_taken_back on decision (taken_back_by);

-- The records of a decision that concerns more than two: UNLINK, UNMERGE.
create table decision_record (
    decision_id bigint not null,
    record_id   bigint not null,
    side        int    not null, -- 1: left; 2: right
    constraint decision_record_key primary key (decision_id, record_id)
);
create index decision_record_record on decision_record (record_id);

create table pin (
    decision_id    bigint       not null primary key,
    record_id      bigint       not null, -- the source record that it is anchored on
    record_version int          not null, -- in force when it was made
    name           varchar(64)  not null, -- an attribute, or a group that moves as one
    raw            varchar      not null, -- attribute → values, as the steward wrote them
    standard       varchar      not null, -- attribute → standard values
    valid_until    timestamp(6) with time zone -- null: for ever
);
create index pin_record on pin (record_id);

create table task_comment (
    id         bigint        not null primary key,
    task_id    bigint        not null,
    author     varchar(128)  not null,
    written_at timestamp(6) with time zone not null,
    content    varchar(2000) not null
);
create index task_comment_task on task_comment (task_id, id);

-- A drawing of pairs for people to label.
create table label_sample (
    id       bigint      not null primary key,
    seed     bigint      not null,
    drawn_by varchar(128) not null,
    drawn_at timestamp(6) with time zone not null,
    automatic int        not null  -- the automatic threshold in force, a match weight
);

create table label_stratum (
    sample_id   bigint not null,
    from_weight int    not null, -- inclusive, a match weight
    to_weight   int    not null, -- exclusive
    pairs       bigint not null, -- how many stored pairs lay in the band when it was drawn
    constraint label_stratum_key primary key (sample_id, from_weight)
);

create table sampled_pair (
    task_id      bigint not null primary key,
    sample_id    bigint not null,
    from_weight  int    not null, -- its stratum
    left_record  bigint not null,
    right_record bigint not null,
    weight       int    not null,
    answer       varchar(16), -- MATCH, NO_MATCH, CANNOT_TELL; null until answered
    answered_by  varchar(128),
    answered_at  timestamp(6) with time zone
);
create index sampled_pair_sample on sampled_pair (sample_id, from_weight);
create index sampled_pair_answer on sampled_pair (answer, task_id);

-- ── results ────────────────────────────────────────────────────────────────────────────────────────────────────────

alter table stewardship_task add column opened_at timestamp(6) with time zone; -- last opened: the due date counts from here
alter table stewardship_task add column assigned_to varchar(128);
alter table stewardship_task add column escalated_at timestamp(6) with time zone;
alter table stewardship_task add column proposed_by varchar(128);  -- of a PROPOSED task: who answered first
alter table stewardship_task add column proposed_state varchar(16); -- and how
update stewardship_task set opened_at = created_at;
alter table stewardship_task alter column opened_at set not null;
create index stewardship_task_opened on stewardship_task (kind, state, opened_at, id);
create index stewardship_task_assigned on stewardship_task (assigned_to, state);
