create table watermark_of_test (source varchar(64) not null primary key);
