package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.mdm.golden.MemberList;
import io.goldsmith.mdm.golden.ProvenanceDocument;
import io.goldsmith.mdm.golden.SearchTerms;
import io.goldsmith.mdm.publish.ChangeEvent;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.RowWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gathers new versions of golden records and writes them with their search terms and change events. A golden record gets a new
 * version whenever its values, their provenance, its members or how long it is valid changed, and only then.
 */
final class GoldenRows {

    private static final String NO_VALUES = "{}";
    static final String NO_PROVENANCE = ProvenanceDocument.write(new TreeMap<>());
    private static final String NO_MEMBERS = "[]";

    private final String cause;
    private final Moment moment;
    private final EventRows events;
    private final boolean indexesNew;
    private final List<AttributeDefinition> definitions;
    private final TermRows terms = new TermRows();
    private final List<Row> rows = new ArrayList<>();

    /**
     * When golden records are published, and under which rules.
     *
     * @param evaluated the instant for which the golden values were evaluated
     * @param recorded when the versions are written, by the hub's clock
     * @param rulesVersion of the published rules
     */
    record Moment(Instant evaluated, Instant recorded, int rulesVersion) {}

    /**
     * @param events takes what happened to the golden records
     * @param indexesNew whether the search terms of new golden records are written too; otherwise {@link SearchIndexing} does so
     * @param definitions the attributes whose values are search terms
     */
    GoldenRows(
            String cause, Moment moment, EventRows events, boolean indexesNew, List<AttributeDefinition> definitions) {
        this.cause = cause;
        this.moment = moment;
        this.events = events;
        this.indexesNew = indexesNew;
        this.definitions = definitions;
    }

    private record Row(
            long id,
            int version,
            Instant recordedAt,
            ChangeEvent.Kind kind,
            Optional<Long> mergedInto,
            Optional<Instant> validUntil,
            String attributes,
            String provenance,
            String members) {

        boolean isNew() {
            return kind == ChangeEvent.Kind.CREATED;
        }

        String state() {
            return switch (kind) {
                case CREATED, UPDATED, SPLIT -> "ACTIVE";
                case MERGED -> "MERGED";
                case RETIRED -> "RETIRED";
                case ERASED -> "ERASED";
            };
        }
    }

    /** The golden record of a cluster; {@code known} is empty if its id is new. */
    void cluster(long id, EvaluatedCluster cluster, Optional<CurrentResults.Golden> known) {
        if (known.filter(golden -> golden.isAs(cluster)).isEmpty()) {
            if (indexesNew || known.isPresent()) {
                terms.change(id, known.map(this::termsOf).orElse(Set.of()), cluster.terms(definitions));
            }
            rows.add(new Row(
                    id,
                    known.map(golden -> golden.version() + 1).orElse(1),
                    known.map(this::recordedAfter).orElse(moment.recorded),
                    known.isEmpty() ? ChangeEvent.Kind.CREATED : changed(id),
                    Optional.empty(),
                    cluster.validUntil(),
                    cluster.attributes(),
                    cluster.provenance(),
                    cluster.members()));
        }
    }

    /** Nodes' clocks differ: a version is never recorded before the one before it. */
    private Instant recordedAfter(CurrentResults.Golden known) {
        return known.changedAt().isAfter(moment.recorded) ? known.changedAt() : moment.recorded;
    }

    private ChangeEvent.Kind changed(long id) {
        return events.isSplit(id) ? ChangeEvent.Kind.SPLIT : ChangeEvent.Kind.UPDATED;
    }

    /** Terms are found by their primary key, since an index by golden id would cost a first load more than the table itself. */
    private Set<String> termsOf(CurrentResults.Golden known) {
        return known.isIndexed()
                ? SearchTerms.of(definitions, Documents.values(known.attributes()), MemberList.read(known.members()))
                : Set.of();
    }

    void merged(long id, CurrentResults.Golden known, long into) {
        events.merged(id, into);
        rows.add(empty(id, known, ChangeEvent.Kind.MERGED, Optional.of(into)));
    }

    void retired(long id, CurrentResults.Golden known) {
        rows.add(empty(id, known, ChangeEvent.Kind.RETIRED, Optional.empty()));
    }

    void erased(long id, CurrentResults.Golden known) {
        rows.add(empty(id, known, ChangeEvent.Kind.ERASED, Optional.empty()));
    }

    private Row empty(long id, CurrentResults.Golden known, ChangeEvent.Kind kind, Optional<Long> mergedInto) {
        terms.change(id, termsOf(known), Set.of());
        return new Row(
                id,
                known.version() + 1,
                recordedAfter(known),
                kind,
                mergedInto,
                Optional.empty(),
                NO_VALUES,
                NO_PROVENANCE,
                NO_MEMBERS);
    }

    /** Writes what was gathered; returns how many golden records changed. */
    long write(Transaction transaction) throws SQLException {
        rows.sort(Comparator.comparingLong(Row::id));
        writeRecords(transaction);
        writeVersions(transaction);
        terms.write(transaction);
        writeEvents(transaction);
        return rows.size();
    }

    private void writeRecords(Transaction transaction) throws SQLException {
        try (RowWriter insert = transaction.insert(
                        "golden_record", "id", "version", "state", "created_at", "changed_at", "valid_until");
                BulkWriter update = transaction.bulk("update golden_record set version = ?, state = ?, merged_into = ?,"
                        + " changed_at = ?, valid_until = ? where id = ?")) {
            for (Row row : rows) {
                if (row.isNew()) {
                    insert.row(row.id, row.version, row.state(), row.recordedAt, row.recordedAt, row.validUntil);
                } else {
                    update.row(row.version, row.state(), row.mergedInto, row.recordedAt, row.validUntil, row.id);
                }
            }
        }
    }

    private void writeVersions(Transaction transaction) throws SQLException {
        try (RowWriter insert = transaction.insert(
                "golden_record_version",
                "golden_id",
                "version",
                "attributes",
                "provenance",
                "members",
                "evaluated_at",
                "cause",
                "recorded_at",
                "state",
                "rules_version")) {
            for (Row row : rows) {
                insert.row(
                        row.id,
                        row.version,
                        row.attributes,
                        row.provenance,
                        row.members,
                        moment.evaluated,
                        cause,
                        row.recordedAt,
                        row.state(),
                        moment.rulesVersion);
            }
        }
    }

    private void writeEvents(Transaction transaction) throws SQLException {
        for (Row row : rows) {
            events.add(row.id, row.version, row.kind);
        }
        events.write(transaction, cause, moment.recorded);
    }
}
