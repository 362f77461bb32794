-- Profiles: personal data under a legal basis. The load replaces all rows at once and keeps keys unique; an index would
-- make DuckDB refuse a key that is deleted and appended again in one transaction.
CREATE TABLE profile (
    profile_key VARCHAR NOT NULL,
    attributes MAP(VARCHAR, VARCHAR[]) NOT NULL,
    last_order_date DATE,
    order_count INTEGER NOT NULL,
    order_total DECIMAL(18, 2) NOT NULL,
    consents MAP(VARCHAR, VARCHAR) NOT NULL,
    legal_basis VARCHAR NOT NULL
);

-- Loads that reached their end here; the anonymous floor lists them all.
CREATE TABLE load (
    id BIGINT NOT NULL,
    loaded_at TIMESTAMPTZ NOT NULL,
    row_count BIGINT NOT NULL,
    outcome VARCHAR NOT NULL
);
