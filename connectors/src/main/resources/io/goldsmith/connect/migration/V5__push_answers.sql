-- What was answered to requests with an idempotency key, for a day. Keys and requests stand here as digests, and answers name items by
-- their place: no table holds a value of a person.

create table push_answer (
    connector      varchar(64) not null,
    key_digest     varchar(64) not null, -- SHA-256 of the idempotency key
    request_digest varchar(64) not null, -- SHA-256 of method, address and body
    answer         varchar     not null, -- JSON
    answered_at    timestamp(6) with time zone not null,
    constraint push_answer_key primary key (connector, key_digest)
);
create index push_answer_answered on push_answer (answered_at);
