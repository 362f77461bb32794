-- The newest version that came late, older than the one in force: a resolution that began before it must not count as done, since it may
-- have judged the ages of values without it. 0: none.
alter table source_record add column late_version int default 0 not null;
