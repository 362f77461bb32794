-- What a version of a golden record needs to be found again as of an instant, and what ties the events of one change together.

alter table golden_record_version add column recorded_at timestamp(6) with time zone; -- grows with the version
alter table golden_record_version add column state varchar(16); -- ACTIVE, MERGED, RETIRED; ERASED: its content was removed
alter table golden_record_version add column rules_version int; -- of published_rules; 0: from before rules were published
update golden_record_version v set
    recorded_at = v.evaluated_at,
    rules_version = (select coalesce(max(p.version), 0) from published_rules p where p.published_at <= v.evaluated_at),
    state = coalesce((select g.state from golden_record g where g.id = v.golden_id and g.version = v.version), 'ACTIVE');
alter table golden_record_version alter column recorded_at set not null;
alter table golden_record_version alter column state set not null;
alter table golden_record_version alter column rules_version set not null;

-- One change: the golden records that exchanged source records in one publication. Named after its first event.
alter table change_event add column change_id bigint;
update change_event set change_id = id;
alter table change_event alter column change_id set not null;

-- Which golden record went into which, or came out of which; few rows beside the golden records, so both directions are indexed.
create table golden_lineage (
    golden_id       bigint      not null, -- MERGED: that redirects from now on; SPLIT: that lost source records
    version         int         not null, -- of it
    other_golden_id bigint      not null, -- MERGED: the survivor; SPLIT: the new id that got them
    other_version   int         not null, -- 0: from before it was kept
    kind            varchar(16) not null, -- MERGED, SPLIT
    change_id       bigint      not null, -- 0: from before it was kept
    recorded_at     timestamp(6) with time zone not null,
    constraint golden_lineage_key primary key (golden_id, version, other_golden_id)
);
create index golden_lineage_other on golden_lineage (other_golden_id, other_version);
insert into golden_lineage (golden_id, version, other_golden_id, other_version, kind, change_id, recorded_at)
    select id, version, merged_into, 0, 'MERGED', 0, changed_at from golden_record where state = 'MERGED';

-- What the relay gave positions to, a row each time: from which position on an instant's events are found.
create table relay_mark (
    last_position bigint not null primary key,
    given_at      timestamp(6) with time zone not null
);
create index relay_mark_given on relay_mark (given_at, last_position);
