-- Relations that hold from and until, and what must be evaluated anew without a source record having changed.

alter table relation add column valid_from timestamp(6) with time zone; -- null: from ever
alter table relation add column valid_until timestamp(6) with time zone; -- null: it has no end yet
-- By either end, whatever the kind.
create index relation_from on relation (source_system, from_key);

-- Customers for whom orders landed since their golden record was evaluated; written where the order lands, taken away where it is
-- evaluated. A customer may be in it several times.
create sequence due_id start with 1 increment by 1000;
create table evaluation_due (
    id            bigint       not null primary key,
    source_system varchar(64)  not null,
    source_key    varchar(256) not null
);
create index evaluation_due_record on evaluation_due (source_system, source_key);

-- What is past its valid-until is found by this.
create index golden_record_valid_until on golden_record (valid_until, id);
