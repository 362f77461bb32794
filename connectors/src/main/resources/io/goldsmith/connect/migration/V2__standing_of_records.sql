-- Where each record of a target stands: the last line of the ledger about each, with when and why. No table holds a value of a person:
-- digests are salted with the record.

alter table delivery add column rewrites varchar default '' not null;     -- attributes that it writes whatever was landed: reconciliation found others
alter table delivery add column accepted boolean default false not null; -- a steward lets it write over what changed in the target

create table delivery_standing (
    target                      varchar(64)  not null,
    record_key                  varchar(256) not null,
    golden_id                   bigint       not null,
    delivery_id                 bigint       not null, -- the newest
    state                       varchar(16)  not null, -- its state
    sent_version                int,                   -- null: never sent
    sent_at                     timestamp(6) with time zone,
    acknowledged_version        int,
    acknowledged_at             timestamp(6) with time zone,
    acknowledged_record_version int          not null, -- the version of the target's record that it was computed against; 0: none
    refused_version             int,
    refused_at                  timestamp(6) with time zone,
    refused_reason              varchar(512) not null,
    sent_digests                varchar      not null, -- attribute=digest, of the values as they will be read again
    acknowledged_digests        varchar      not null,
    found_digests               varchar      not null, -- as reconciliation found them there
    conflict_golden             bigint,                -- of the task about a conflict; null: none waits
    changed_at                  timestamp(6) with time zone not null,
    constraint delivery_standing_key primary key (target, record_key)
);
create index delivery_standing_golden on delivery_standing (golden_id);
create index delivery_standing_state on delivery_standing (target, state, record_key);
create index delivery_standing_conflict on delivery_standing (conflict_golden);

-- What the deliveries so far say; what was written then is not known any more, so it counts as changed only by what was landed.
insert into delivery_standing
select d.target, d.record_key, d.golden_id, d.id, d.state,
       case when d.attempts > 0 then d.golden_version end, case when d.attempts > 0 then d.changed_at end,
       a.golden_version, a.changed_at, 0,
       case when d.state in ('REFUSED', 'DEAD') then d.golden_version end,
       case when d.state in ('REFUSED', 'DEAD') then d.changed_at end,
       case when d.state in ('REFUSED', 'DEAD') then d.reason else '' end,
       '', '', '', null, d.changed_at
from delivery d
left join delivery a on a.id = (select max(b.id) from delivery b where b.target = d.target
    and b.record_key = d.record_key and b.state = 'ACKNOWLEDGED')
where d.id = (select max(c.id) from delivery c where c.target = d.target and c.record_key = d.record_key)
  and d.record_key not like 'erased:%';

-- Which records of a target a reconciliation has come by, and what it has begun with them; emptied when it ends.
create table reconciled_record (
    target     varchar(64)  not null,
    record_key varchar(256) not null,
    outcome    varchar(16)  not null, -- SEEN, LANDED, MISSING
    constraint reconciled_record_key primary key (target, record_key)
);
