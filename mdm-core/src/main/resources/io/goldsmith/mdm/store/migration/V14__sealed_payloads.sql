-- What was delivered and could not be read is kept encrypted. Until the hub has opened once, what earlier releases kept is in clear.

alter table quarantine_entry add column payload_key varchar(16);                           -- of its key; empty: there is no payload; null: it is in clear
alter table quarantine_entry add column payload_digest varchar(64) default '' not null; -- keyed; empty: there is no payload
update quarantine_entry set payload_key = '' where payload = '';
create index quarantine_entry_payload on quarantine_entry (payload_key, id);

-- Who was merged into whom is asked from the survivor too.
create index golden_record_merged on golden_record (merged_into);
