-- The table projection itself is made by each load, with the columns that are configured.
CREATE TABLE load (
    id BIGINT NOT NULL,
    loaded_at TIMESTAMPTZ NOT NULL,
    row_count BIGINT NOT NULL,
    outcome VARCHAR NOT NULL,
    report VARCHAR NOT NULL
);

-- What earlier loads published, as counts per class: what a reader may have kept, and new loads are compared with.
CREATE TABLE publication (
    load_id BIGINT NOT NULL,
    signature VARCHAR NOT NULL,
    levels INTEGER[] NOT NULL
);

CREATE TABLE publication_cell (
    load_id BIGINT NOT NULL,
    class_key VARCHAR[] NOT NULL,
    sensitive VARCHAR[] NOT NULL,
    persons INTEGER NOT NULL
);
