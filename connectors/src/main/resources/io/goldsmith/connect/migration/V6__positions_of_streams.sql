-- How far each stream of a third party's connector was landed, in the words of its source. Moves only after the landing committed.
create table connector_position (
    connector varchar(64)   not null,
    stream    varchar(64)   not null,
    reached   varchar(2000) not null,
    moved_at  timestamp(6) with time zone not null,
    constraint connector_position_key primary key (connector, stream)
);
