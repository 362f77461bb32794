-- Who said no to a purpose is asked for by each load that serves it.
create index consent_purpose on consent (purpose, status);
