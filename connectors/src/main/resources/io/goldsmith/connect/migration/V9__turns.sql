-- Whose turn it is to extract a connector or to write a target, over all nodes on this database.

create table connector_turn (
    name       varchar(128) not null primary key,
    holder     varchar(128) not null, -- another word with each taking: whoever holds an older one is told apart; empty at first
    held_until timestamp(6) with time zone not null
);
