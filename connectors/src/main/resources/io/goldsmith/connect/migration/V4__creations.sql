-- Golden records that are created in a target. Until the target has given a key, the record's key in the ledger is new: and the golden id.

alter table delivery add column creates boolean default false not null;
