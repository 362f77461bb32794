-- What resolution locks before it writes: see ResolutionLocks. Rows and not advisory locks, since H2 has none.

-- Who writes results for some records has one of these, who writes for all of them has them all.
create table resolution_gate (
    gate int not null primary key
);
insert into resolution_gate (gate)
    select a.d + 8 * b.d from (values (0), (1), (2), (3), (4), (5), (6), (7)) a(d),
        (values (0), (1), (2), (3), (4), (5), (6), (7)) b(d);

-- 0 to 12287 stand for blocking keys, 12288 to 16383 for source records.
create table resolution_stripe (
    stripe int not null primary key
);
insert into resolution_stripe (stripe)
    select g.gate + 64 * h.gate + 4096 * c.d from resolution_gate g, resolution_gate h,
        (values (0), (1), (2), (3)) c(d);

-- While a batch is at work there is a row 0, and online writers note the records that they resolve: it must not write their keys any
-- more.
create table batch_overtaken (
    record_id bigint not null primary key
);
-- Locked while a batch is at work, so that there is one at a time.
insert into lease (name, holder, fence, held_until) values
    ('batch', '', 0, timestamp with time zone '1970-01-01 00:00:00+00:00');
