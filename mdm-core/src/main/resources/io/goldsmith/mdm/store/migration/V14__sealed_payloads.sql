-- Who was merged into whom is asked from the survivor too.
create index golden_record_merged on golden_record (merged_into);
