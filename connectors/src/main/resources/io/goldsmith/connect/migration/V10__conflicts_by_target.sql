-- Each pass asks a target for the few records that a task waits for: found by themselves, however many records the target has.
drop index delivery_standing_conflict;
create index delivery_standing_conflict on delivery_standing (target, conflict_golden, record_key);
