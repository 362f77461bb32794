-- Reference data that customers' values are verified against, and what they said: a fact about a value of a source record.

create sequence reference_edition_id start with 1 increment by 1;

-- What was loaded: of each data set the newest complete edition serves; the one before goes when it does.
create table reference_edition (
    id         bigint       not null primary key,
    dataset    varchar(200) not null, -- connector and file, for example ban/adresses-35
    layout     varchar(16)  not null, -- ADDRESSES, LEGAL_UNITS, ESTABLISHMENTS
    dated      date         not null,
    state      varchar(16)  not null, -- LOADING, CURRENT, SUPERSEDED (its rows are being deleted)
    entries    bigint       not null,
    areas      varchar      not null, -- of addresses, the beginnings of their postcodes that it covers, parted by commas
    changed_at timestamp(6) with time zone not null
);
create index reference_edition_dataset on reference_edition (dataset, state);

-- Looked up by 64-bit digests of standard forms: (postcode, number, street), (postcode, number), (town, number, street).
create table reference_address (
    edition_id   bigint       not null,
    line         bigint       not null, -- by position in the edition, from 1
    address_key  bigint       not null,
    house_key    bigint       not null,
    street_key   bigint       not null,
    reference_id varchar(64)  not null, -- as the reference names it
    house_number varchar(32)  not null, -- with its repetition
    street       varchar(200) not null,
    postcode     varchar(10)  not null,
    town         varchar(200) not null,
    constraint reference_address_key primary key (edition_id, line)
);
create index reference_address_by_address on reference_address (address_key);
create index reference_address_by_house on reference_address (house_key);
create index reference_address_by_street on reference_address (street_key);

create table reference_company (
    edition_id bigint  not null,
    line       bigint  not null,
    number     bigint  not null, -- SIREN or SIRET, by the edition's layout
    is_active  boolean not null,
    names      varchar not null, -- a document: what a legal person is called, the first its registered name; none of a natural person
    constraint reference_company_key primary key (edition_id, line)
);
create index reference_company_by_number on reference_company (number);

create table verification (
    record_id   bigint       not null,
    subject     varchar(64)  not null, -- attribute, or group of attributes that moves as one
    version     int          not null, -- of the source record when it was asked
    value_hash  varchar(32)  not null, -- of the standard values that it is about: it says nothing of others
    edition_id  bigint       not null,
    dataset     varchar(200) not null,
    dated       date         not null, -- of the edition that said so first
    status      varchar(16)  not null, -- VERIFIED, CORRECTED, UNKNOWN
    finding     varchar(32)  not null, -- why, as a word
    corrections varchar      not null, -- attribute → the reference's value
    checked_at  timestamp(6) with time zone not null,
    constraint verification_key primary key (record_id, subject)
);

-- Records to be verified since their standard form changed; a record may be in it several times.
create sequence verification_due_id start with 1 increment by 1000;
create table verification_due (
    id        bigint not null primary key,
    record_id bigint not null
);
create index verification_due_record on verification_due (record_id);

-- How far every live record was verified anew since an edition was replaced. Its row is locked by who verifies: one at a time.
create table verification_sweep (
    name         varchar(16) not null primary key,
    after_record bigint      not null -- -1: all were
);
insert into verification_sweep (name, after_record) values ('all', -1);

-- What must be evaluated anew, and why.
alter table evaluation_due add column cause varchar(32) default 'orders' not null;
