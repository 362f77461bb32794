package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.publish.ChangeEvent;
import io.goldsmith.mdm.store.IdAllocator;
import io.goldsmith.mdm.store.RowWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers change events and what they say of other golden ids, and writes them: the events of one change have one change id. */
final class EventRows {

    private final IdAllocator eventIds;
    private final ChangeGroups groups;
    private final Map<Long, Long> changeIds = new HashMap<>();
    private final Map<Long, Integer> versions = new HashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final Set<Long> split = new HashSet<>();
    private final List<Lineage> lineages = new ArrayList<>();

    private record Event(long id, long changeId, long goldenId, int version, ChangeEvent.Kind kind) {}

    private record Lineage(long goldenId, long otherId, ChangeEvent.Kind kind) {}

    EventRows(IdAllocator eventIds, ChangeGroups groups) {
        this.eventIds = eventIds;
        this.groups = groups;
    }

    /** Events are added in the order of golden id and version. */
    void add(long goldenId, int version, ChangeEvent.Kind kind) {
        long id = eventIds.next();
        long changeId = changeIds.computeIfAbsent(groups.of(goldenId), group -> id);
        versions.put(goldenId, version);
        events.add(new Event(id, changeId, goldenId, version, kind));
    }

    /** An id redirects to the other from now on. */
    void merged(long goldenId, long into) {
        lineages.add(new Lineage(goldenId, into, ChangeEvent.Kind.MERGED));
    }

    /** An id lost source records to the other, which is new. */
    void split(long goldenId, long created) {
        split.add(goldenId);
        lineages.add(new Lineage(goldenId, created, ChangeEvent.Kind.SPLIT));
    }

    /** Whether an id lost source records to a new one. */
    boolean isSplit(long goldenId) {
        return split.contains(goldenId);
    }

    void write(Transaction transaction, String cause, Instant recordedAt) throws SQLException {
        try (RowWriter insert = transaction.insert(
                "change_event", "id", "golden_id", "golden_version", "kind", "cause", "occurred_at", "change_id")) {
            for (Event event : events) {
                insert.row(
                        event.id, event.goldenId, event.version, event.kind.name(), cause, recordedAt, event.changeId);
            }
        }
        try (RowWriter insert = transaction.insert(
                "golden_lineage",
                "golden_id",
                "version",
                "other_golden_id",
                "other_version",
                "kind",
                "change_id",
                "recorded_at")) {
            for (Lineage lineage : lineages) {
                insert.row(
                        lineage.goldenId,
                        versions.get(lineage.goldenId),
                        lineage.otherId,
                        versions.get(lineage.otherId),
                        lineage.kind.name(),
                        changeIds.get(groups.of(lineage.goldenId)),
                        recordedAt);
            }
        }
    }
}
