-- A record is found by target and key. An index that begins with the target alone would serve for that too, reading all that the target
-- has, and PostgreSQL takes it as long as it has no statistics.
drop index delivery_standing_conflict;
create index delivery_standing_conflict on delivery_standing (conflict_golden, target, record_key);
drop index delivery_standing_state;
create index delivery_standing_state on delivery_standing (state, target, record_key);
