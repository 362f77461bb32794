-- Records that a system of files was asked to create come back with their key and the golden id in its next extract.

alter table delivery add column returned_key varchar(256) default '' not null; -- of a creation: the key, until the record is tied to its golden record
create index delivery_returned on delivery (target, returned_key);
