-- A write may reach its system late, after the next one was sent: what was written before the latest is told by its value too.
alter table written_value drop constraint written_value_key;
alter table written_value add column is_latest boolean default true not null;

-- Until when its system may have it: since its latest write was acknowledged, a value changed later is the system's own. Null: it may yet arrive.
alter table written_value add column superseded_at timestamp(6) with time zone;

alter table written_value add constraint written_value_key primary key (source_system, source_key, attribute, value_hash);
