package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Publishes clusters: assigns golden ids, and writes cross-references, golden records with their versions and search terms, and
 * change events, each only where something changed. The clusters and departed records together must hold every record of every
 * golden record they touch.
 */
final class GoldenPublication {

    private final Store store;
    private final boolean indexesNew;
    private final int rulesVersion;
    private final List<AttributeDefinition> definitions;

    /**
     * @param indexesNew whether the search terms of new golden records are written too, or left to {@link SearchIndexing}
     * @param rulesVersion the version of the published rules in force
     * @param definitions the attributes whose values are search terms
     */
    GoldenPublication(Store store, boolean indexesNew, int rulesVersion, List<AttributeDefinition> definitions) {
        this.store = store;
        this.rulesVersion = rulesVersion;
        this.indexesNew = indexesNew;
        this.definitions = definitions;
    }

    /**
     * What was published.
     *
     * @param goldenIds the golden id of each cluster, in their order
     * @param touched every golden id concerned, before and after
     * @param changed how many golden records were created, changed, merged or retired
     */
    record Published(List<Long> goldenIds, Set<Long> touched, long changed) {}

    /**
     * Publishes clusters in the caller's transaction.
     *
     * @param clusters sorted by their smallest record id
     * @param departed records that are in no cluster any more: deleted, or in quarantine
     * @param cause what the change events name as their cause
     * @param evaluationInstant for which the golden values were evaluated
     */
    Published publish(
            Transaction transaction,
            List<EvaluatedCluster> clusters,
            Collection<Long> departed,
            String cause,
            Instant evaluationInstant)
            throws SQLException {
        List<List<Long>> records =
                clusters.stream().map(EvaluatedCluster::recordIds).toList();
        Set<Long> concerned = new TreeSet<>(departed);
        records.forEach(concerned::addAll);
        CurrentResults current = CurrentResults.read(transaction, concerned);
        IdAssignment ids = IdAssignment.of(records, current.goldenOf(), current.createdAt());
        List<Long> goldenIds = new ArrayList<>(clusters.size());
        for (OptionalLong kept : ids.kept()) {
            goldenIds.add(
                    kept.isPresent() ? kept.getAsLong() : store.ids("golden_id").next());
        }
        Set<Long> touched = new HashSet<>(goldenIds);
        touched.addAll(current.golden().keySet());
        CrossReferences.write(transaction, clusters, goldenIds, departed, current, evaluationInstant);
        Instant recordedAt = store.clock().instant().truncatedTo(ChronoUnit.MICROS);
        EventRows events = events(records, goldenIds, ids, current);
        GoldenRows rows = new GoldenRows(
                cause,
                new GoldenRows.Moment(evaluationInstant, recordedAt, rulesVersion),
                events,
                indexesNew,
                definitions);
        for (int position = 0; position < clusters.size(); position++) {
            long goldenId = goldenIds.get(position);
            rows.cluster(
                    goldenId,
                    clusters.get(position),
                    Optional.ofNullable(current.golden().get(goldenId)));
        }
        for (Map.Entry<Long, Integer> redirect : ids.redirects().entrySet()) {
            CurrentResults.Golden merged = current.golden().get(redirect.getKey());
            rows.merged(redirect.getKey(), merged, goldenIds.get(redirect.getValue()));
        }
        for (Long retired : ids.retired()) {
            rows.retired(retired, current.golden().get(retired));
        }
        return new Published(goldenIds, touched, rows.write(transaction));
    }

    /** Tells which golden records exchanged source records, and which of them are new in this way. */
    private EventRows events(List<List<Long>> records, List<Long> goldenIds, IdAssignment ids, CurrentResults current) {
        ChangeGroups groups = new ChangeGroups();
        EventRows events = new EventRows(store.ids("event_id"), groups);
        Map<Long, Long> goldenOf = current.goldenOf();
        for (int position = 0; position < records.size(); position++) {
            Set<Long> before = new TreeSet<>();
            records.get(position).forEach(record -> {
                Long golden = goldenOf.get(record);
                if (golden != null && current.golden().containsKey(golden)) {
                    before.add(golden);
                }
            });
            long goldenId = goldenIds.get(position);
            groups.join(goldenId, before);
            if (ids.kept().get(position).isEmpty()) {
                before.forEach(origin -> events.split(origin, goldenId));
            }
        }
        return events;
    }
}
