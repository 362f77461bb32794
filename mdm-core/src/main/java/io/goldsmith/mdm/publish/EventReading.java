package io.goldsmith.mdm.publish;

import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads a page of change events, with the other golden ids that each is about. */
final class EventReading {

    private static final String EVENTS =
            "select position, golden_id, golden_version, kind, cause, occurred_at, change_id"
                    + " from change_event where position > ? order by position fetch first ? rows only";

    /** From either end, as (id, version, the other id). */
    private static final List<String> RELATED = List.of(
            "select l.golden_id, l.version, l.other_golden_id from unnest(?) w(id)"
                    + " join golden_lineage l on l.golden_id = w.id",
            "select l.other_golden_id, l.other_version, l.golden_id from unnest(?) w(id)"
                    + " join golden_lineage l on l.other_golden_id = w.id");

    private record Version(long goldenId, int version) {}

    private EventReading() {}

    static List<ChangeEvent> after(Transaction transaction, long position, int limit) throws SQLException {
        List<ChangeEvent> events = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(EVENTS)) {
            query.setLong(1, position);
            query.setInt(2, limit);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    events.add(new ChangeEvent(
                            row.getLong(1),
                            new GoldenId(row.getLong(2)),
                            row.getInt(3),
                            ChangeEvent.Kind.valueOf(row.getString(4)),
                            row.getString(5),
                            row.getObject(6, OffsetDateTime.class).toInstant(),
                            row.getLong(7),
                            List.of()));
                }
            }
        }
        if (events.isEmpty()) {
            return events;
        }
        Map<Version, TreeSet<GoldenId>> related = related(transaction, events);
        events.replaceAll(event -> {
            TreeSet<GoldenId> others = related.get(new Version(event.goldenId().value(), event.version()));
            return others == null ? event : with(event, others);
        });
        return events;
    }

    private static Map<Version, TreeSet<GoldenId>> related(Transaction transaction, List<ChangeEvent> events)
            throws SQLException {
        TreeSet<Long> ids = new TreeSet<>();
        events.forEach(event -> ids.add(event.goldenId().value()));
        Map<Version, TreeSet<GoldenId>> related = new HashMap<>();
        for (String sql : RELATED) {
            try (PreparedStatement query = transaction.connection().prepareStatement(sql)) {
                query.setArray(1, transaction.numbers(ids));
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        related.computeIfAbsent(new Version(row.getLong(1), row.getInt(2)), version -> new TreeSet<>())
                                .add(new GoldenId(row.getLong(3)));
                    }
                }
            }
        }
        return related;
    }

    private static ChangeEvent with(ChangeEvent event, Collection<GoldenId> related) {
        return new ChangeEvent(
                event.position(),
                event.goldenId(),
                event.version(),
                event.kind(),
                event.cause(),
                event.occurredAt(),
                event.changeId(),
                List.copyOf(related));
    }
}
