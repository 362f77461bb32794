package io.goldsmith.mdm.golden;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads those entries of a story that are rows of their own. */
final class StoryRows {

    private static final String LANDED = "select r.id, r.source_system, r.source_key, v.version, v.landed_at,"
            + " v.source_timestamp, v.deleted from unnest(?) w(id) join source_record r on r.id = w.id"
            + " join source_record_version v on v.record_id = r.id where v.landed_at >= ?"
            + " order by v.landed_at, r.id, v.version fetch first ? rows only";

    private static final List<String> LINEAGE = List.of(
            "select golden_id, other_golden_id, kind, recorded_at from golden_lineage where golden_id = ?"
                    + " and recorded_at >= ? order by recorded_at, golden_id, other_golden_id fetch first ? rows only",
            "select golden_id, other_golden_id, kind, recorded_at from golden_lineage where other_golden_id = ?"
                    + " and recorded_at >= ? order by recorded_at, golden_id, other_golden_id fetch first ? rows only");

    private static final List<String> TASKS = List.of(
            "select id, kind, golden_id, other_golden_id, state, created_at, closed_at, closed_by from stewardship_task"
                    + " where golden_id = ? order by id fetch first 10000 rows only",
            "select id, kind, golden_id, other_golden_id, state, created_at, closed_at, closed_by from stewardship_task"
                    + " where other_golden_id = ? order by id fetch first 10000 rows only");

    private StoryRows() {}

    static List<StoryReading.Placed> landed(
            Transaction transaction, List<RecordId> records, Membership membership, Instant from, int limit)
            throws SQLException {
        List<StoryReading.Placed> placed = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(LANDED)) {
            query.setArray(1, transaction.numbers(DecisionsTaken.ids(transaction, records)));
            query.setObject(2, from.atOffset(ZoneOffset.UTC));
            query.setInt(3, limit);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    RecordId record = new RecordId(row.getString(2), row.getString(3));
                    Instant at = row.getObject(5, OffsetDateTime.class).toInstant();
                    StoryEntry entry = new StoryEntry.Landed(
                            at,
                            record,
                            row.getInt(4),
                            row.getObject(6, OffsetDateTime.class).toInstant(),
                            row.getBoolean(7));
                    placed.add(new StoryReading.Placed(
                            at,
                            0,
                            row.getLong(1),
                            row.getInt(4),
                            membership.covers(record, at) ? Optional.of(entry) : Optional.empty()));
                }
            }
        }
        return placed;
    }

    static List<StoryReading.Placed> lineage(Transaction transaction, GoldenId id, Instant from, int limit)
            throws SQLException {
        List<StoryReading.Placed> placed = new ArrayList<>();
        for (String sql : LINEAGE) {
            try (PreparedStatement query = transaction.connection().prepareStatement(sql)) {
                query.setLong(1, id.value());
                query.setObject(2, from.atOffset(ZoneOffset.UTC));
                query.setInt(3, limit);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        GoldenId one = new GoldenId(row.getLong(1));
                        GoldenId other = new GoldenId(row.getLong(2));
                        Instant at = row.getObject(4, OffsetDateTime.class).toInstant();
                        StoryEntry entry = row.getString(3).equals("MERGED")
                                ? new StoryEntry.Merged(at, one, other)
                                : new StoryEntry.Split(at, one, other);
                        placed.add(new StoryReading.Placed(at, 5, one.value(), other.value(), Optional.of(entry)));
                    }
                }
            }
        }
        return placed;
    }

    /** The tasks that name the golden record, opened and closed. */
    static List<StoryReading.Placed> tasks(Transaction transaction, GoldenId id, Instant from) throws SQLException {
        Map<Long, List<StoryReading.Placed>> byTask = new TreeMap<>();
        for (String sql : TASKS) {
            try (PreparedStatement query = transaction.connection().prepareStatement(sql)) {
                query.setLong(1, id.value());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        byTask.put(row.getLong(1), task(row, id));
                    }
                }
            }
        }
        List<StoryReading.Placed> placed = new ArrayList<>();
        byTask.values().forEach(placed::addAll);
        placed.removeIf(entry -> entry.at().isBefore(from));
        return placed;
    }

    private static List<StoryReading.Placed> task(ResultSet row, GoldenId of) throws SQLException {
        long task = row.getLong(1);
        String kind = row.getString(2);
        long other = row.getLong(3) == of.value() ? row.getLong(4) : row.getLong(3);
        Instant opened = row.getObject(6, OffsetDateTime.class).toInstant();
        OffsetDateTime closed = row.getObject(7, OffsetDateTime.class);
        List<StoryReading.Placed> placed = new ArrayList<>();
        placed.add(new StoryReading.Placed(
                opened,
                6,
                task,
                0,
                Optional.of(new StoryEntry.TaskOpened(
                        opened, task, kind, other == 0 ? Optional.empty() : Optional.of(new GoldenId(other))))));
        if (closed != null) {
            Instant at = closed.toInstant();
            placed.add(new StoryReading.Placed(
                    at,
                    7,
                    task,
                    0,
                    Optional.of(new StoryEntry.TaskClosed(
                            at, task, kind, row.getString(5), Optional.ofNullable(row.getString(8))))));
        }
        return placed;
    }
}
