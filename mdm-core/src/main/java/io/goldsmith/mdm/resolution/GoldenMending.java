package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Mends the frame of one golden record: its row, the row of versions, its redirect. What a lost version held cannot be known any more;
 * an empty one takes its place and says so. Its values are left to resolution.
 */
final class GoldenMending {

    private static final String LOST = "its content was lost; an empty version was put in its place by doctor";

    private final Transaction transaction;
    private final long id;
    private final Instant now;
    private final int rulesVersion;

    GoldenMending(Transaction transaction, long id, Instant now, int rulesVersion) {
        this.transaction = transaction;
        this.id = id;
        this.now = now;
        this.rulesVersion = rulesVersion;
    }

    /** A version that is there. */
    private record Known(String state, Instant recordedAt) {}

    /** Makes the versions follow each other from 1 to the newest, and the golden record name the newest. */
    void versions() throws SQLException {
        TreeMap<Integer, Known> known = known();
        if (known.isEmpty()) {
            known.put(0, new Known("ACTIVE", now));
        }
        OptionalLong named = number("select version from golden_record where id = ?");
        int last = (int) Math.max(known.lastKey(), named.orElse(1));
        Instant recorded = known.firstEntry().getValue().recordedAt();
        try (BulkWriter insert = transaction.bulk("insert into golden_record_version (golden_id, version, attributes,"
                + " provenance, members, evaluated_at, cause, recorded_at, state, rules_version)"
                + " values (?, ?, '{}', ?, '[]', ?, ?, ?, ?, ?)")) {
            for (int version = 1; version <= last; version++) {
                if (known.containsKey(version)) {
                    recorded = known.get(version).recordedAt();
                } else {
                    insert.row(
                            id,
                            version,
                            GoldenRows.NO_PROVENANCE,
                            recorded,
                            LOST,
                            recorded,
                            stateOf(version, last),
                            rulesVersion);
                }
            }
        }
        row(last, known.containsKey(last) ? known.get(last).state() : stateOf(last, last), recorded, named.isPresent());
    }

    private TreeMap<Integer, Known> known() throws SQLException {
        TreeMap<Integer, Known> known = new TreeMap<>();
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement(
                        "select version, state, recorded_at from golden_record_version where golden_id = ?")) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    known.put(
                            row.getInt(1),
                            new Known(
                                    row.getString(2),
                                    row.getObject(3, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return known;
    }

    /** The newest has the state that the golden record has; every other was active. */
    private String stateOf(int version, int last) throws SQLException {
        if (version == last) {
            try (PreparedStatement query =
                    transaction.connection().prepareStatement("select state from golden_record where id = ?")) {
                query.setLong(1, id);
                try (ResultSet row = query.executeQuery()) {
                    if (row.next()) {
                        return row.getString(1);
                    }
                }
            }
        }
        return "ACTIVE";
    }

    private void row(int version, String state, Instant recorded, boolean isThere) throws SQLException {
        try (BulkWriter write = transaction.bulk(
                isThere
                        ? "update golden_record set version = ?, state = ? where id = ?"
                        : "insert into golden_record (version, state, id, created_at, changed_at) values (?, ?, ?, ?, ?)")) {
            if (isThere) {
                write.row(version, state, id);
            } else {
                write.row(version, state, id, recorded, recorded);
            }
        }
        if (state.equals("MERGED") && !RedirectWalk.leadsSomewhere(transaction, id)) {
            redirect();
        }
    }

    /** Empties the newest version if a document of it cannot be read, so that resolution can go on from it. */
    void documents() throws SQLException {
        for (CheckedGolden golden : CheckedGolden.page(transaction, id - 1, 1)) {
            if (golden.id() == id
                    && golden.newest().filter(newest -> !newest.isReadable()).isPresent()) {
                try (BulkWriter update = transaction.bulk("update golden_record_version set attributes = '{}',"
                        + " provenance = ?, members = '[]', cause = ? where golden_id = ? and version = ?")) {
                    update.row(GoldenRows.NO_PROVENANCE, LOST, id, golden.version());
                }
            }
        }
    }

    /** Redirects a merged id to where it was merged into, or else to where its records are now; an id without any is retired. */
    void redirect() throws SQLException {
        OptionalLong into =
                number("select max(other_golden_id) from golden_lineage where golden_id = ? and kind = 'MERGED'");
        if (into.isPresent()) {
            set("MERGED", into);
            if (RedirectWalk.leadsSomewhere(transaction, id)) {
                return;
            }
        }
        OptionalLong records = PastMembers.goldenOf(transaction, id);
        set(records.isPresent() ? "MERGED" : "RETIRED", records);
    }

    private void set(String state, OptionalLong into) throws SQLException {
        try (BulkWriter update =
                transaction.bulk("update golden_record set state = ?, merged_into = nullif(?, 0) where id = ?")) {
            update.row(state, into.orElse(0), id);
        }
        try (BulkWriter update = transaction.bulk("update golden_record_version set state = ? where golden_id = ? and"
                + " version = (select g.version from golden_record g where g.id = ?)")) {
            update.row(state, id, id);
        }
    }

    private OptionalLong number(String sql) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(sql)) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    long number = row.getLong(1);
                    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
                }
                return OptionalLong.empty();
            }
        }
    }
}
