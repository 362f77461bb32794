-- Work that the nodes of a hub share by Kafka. No table holds a value of a person.

-- How far each partition of the landing topic was landed: moves in the transaction of the landing, so each message lands once.
create table landing_offset (
    topic_id    varchar(64) not null, -- the brokers' own: a topic that is made anew has another
    part        int         not null,
    next_offset bigint      not null,
    constraint landing_offset_key primary key (topic_id, part)
);

-- What became of parts of batches that were handed over; taken out by the node that waits for them.
create table landed_part (
    batch_id    varchar(36)  not null,
    part        int          not null, -- the partition of its last message
    next_offset bigint       not null, -- behind that message
    deliveries  bigint       not null,
    landed      bigint       not null,
    unchanged   bigint       not null,
    stale       bigint       not null,
    quarantined bigint       not null,
    suppressed  bigint       not null,
    failure     varchar(512) not null, -- why nothing of the part is landed; empty if it is
    landed_at   timestamp(6) with time zone not null,
    constraint landed_part_key primary key (batch_id, part, next_offset)
);
create index landed_part_at on landed_part (landed_at);

-- Records of targets that a node is writing now: another one, under another golden id, waits until that is answered.
create table delivery_flight (
    target      varchar(64)  not null,
    record_key  varchar(256) not null,
    golden_id   bigint       not null, -- whose share it is sent in
    delivery_id bigint       not null,
    creates     boolean      not null,
    sender      varchar(36)  not null, -- a word of the node's own for the target
    constraint delivery_flight_key primary key (target, record_key)
);
create index delivery_flight_golden on delivery_flight (golden_id);
