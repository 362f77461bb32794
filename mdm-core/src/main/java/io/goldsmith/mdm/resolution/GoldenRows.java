package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.mdm.golden.MemberList;
import io.goldsmith.mdm.golden.ProvenanceDocument;
import io.goldsmith.mdm.golden.SearchTerms;
import io.goldsmith.mdm.publish.ChangeEvent;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.IdAllocator;
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
 * version whenever its values, their provenance or its members changed, and only then.
 */
final class GoldenRows {

    private static final String NO_VALUES = "{}";
    private static final String NO_PROVENANCE = ProvenanceDocument.write(new TreeMap<>());
    private static final String NO_MEMBERS = "[]";

    private final String cause;
    private final Instant now;
    private final IdAllocator eventIds;
    private final boolean indexesNew;
    private final List<AttributeDefinition> definitions;
    private final TermRows termsBefore = new TermRows();
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param indexesNew whether the search terms of new golden records are written too; otherwise {@link SearchIndexing} does so
     * @param definitions the attributes whose values are search terms
     */
    GoldenRows(
            String cause,
            Instant now,
            IdAllocator eventIds,
            boolean indexesNew,
            List<AttributeDefinition> definitions) {
        this.cause = cause;
        this.now = now;
        this.eventIds = eventIds;
        this.indexesNew = indexesNew;
        this.definitions = definitions;
    }

    private record Row(
            long id,
            int version,
            ChangeEvent.Kind kind,
            Optional<Long> mergedInto,
            Optional<Instant> validUntil,
            String attributes,
            String provenance,
            String members,
            Set<String> terms) {

        boolean isNew() {
            return kind == ChangeEvent.Kind.CREATED;
        }

        String state() {
            return switch (kind) {
                case CREATED, UPDATED -> "ACTIVE";
                case MERGED -> "MERGED";
                case RETIRED -> "RETIRED";
                case ERASED -> "ERASED";
            };
        }
    }

    /** The golden record of a cluster; {@code known} is empty if its id is new. */
    void cluster(long id, EvaluatedCluster cluster, Optional<CurrentResults.Golden> known) {
        if (known.filter(golden -> golden.isAs(cluster)).isEmpty()) {
            known.ifPresent(golden -> noteTermsBefore(id, golden));
            rows.add(new Row(
                    id,
                    known.map(golden -> golden.version() + 1).orElse(1),
                    known.isEmpty() ? ChangeEvent.Kind.CREATED : ChangeEvent.Kind.UPDATED,
                    Optional.empty(),
                    cluster.validUntil(),
                    cluster.attributes(),
                    cluster.provenance(),
                    cluster.members(),
                    cluster.terms()));
        }
    }

    /** Terms are deleted by their primary key, since an index by golden id would cost a first load more than the table itself. */
    private void noteTermsBefore(long id, CurrentResults.Golden known) {
        termsBefore.add(
                id,
                SearchTerms.of(definitions, Documents.values(known.attributes()), MemberList.read(known.members())));
    }

    void merged(long id, CurrentResults.Golden known, long into) {
        noteTermsBefore(id, known);
        rows.add(empty(id, known, ChangeEvent.Kind.MERGED, Optional.of(into)));
    }

    void retired(long id, CurrentResults.Golden known) {
        noteTermsBefore(id, known);
        rows.add(empty(id, known, ChangeEvent.Kind.RETIRED, Optional.empty()));
    }

    void erased(long id, CurrentResults.Golden known) {
        noteTermsBefore(id, known);
        rows.add(empty(id, known, ChangeEvent.Kind.ERASED, Optional.empty()));
    }

    private static Row empty(long id, CurrentResults.Golden known, ChangeEvent.Kind kind, Optional<Long> mergedInto) {
        return new Row(
                id,
                known.version() + 1,
                kind,
                mergedInto,
                Optional.empty(),
                NO_VALUES,
                NO_PROVENANCE,
                NO_MEMBERS,
                Set.of());
    }

    /** Writes what was gathered; returns how many golden records changed. */
    long write(Transaction transaction) throws SQLException {
        rows.sort(Comparator.comparingLong(Row::id));
        writeRecords(transaction);
        writeVersions(transaction);
        writeTerms(transaction);
        writeEvents(transaction);
        return rows.size();
    }

    private void writeRecords(Transaction transaction) throws SQLException {
        try (BulkWriter insert = transaction.bulk(
                        "insert into golden_record"
                                + " (id, version, state, created_at, changed_at, valid_until) values (?, ?, 'ACTIVE', ?, ?, ?)");
                BulkWriter update = transaction.bulk("update golden_record set version = ?, state = ?, merged_into = ?,"
                        + " changed_at = ?, valid_until = ? where id = ?")) {
            for (Row row : rows) {
                if (row.isNew()) {
                    insert.row(row.id, row.version, now, now, row.validUntil);
                } else {
                    update.row(row.version, row.state(), row.mergedInto, now, row.validUntil, row.id);
                }
            }
        }
    }

    private void writeVersions(Transaction transaction) throws SQLException {
        try (BulkWriter insert = transaction.bulk("insert into golden_record_version"
                + " (golden_id, version, attributes, provenance, members, evaluated_at, cause)"
                + " values (?, ?, ?, ?, ?, ?, ?)")) {
            for (Row row : rows) {
                insert.row(row.id, row.version, row.attributes, row.provenance, row.members, now, cause);
            }
        }
    }

    private void writeTerms(Transaction transaction) throws SQLException {
        termsBefore.delete(transaction);
        TermRows terms = new TermRows();
        for (Row row : rows) {
            if (indexesNew || !row.isNew()) {
                terms.add(row.id, row.terms);
            }
        }
        terms.write(transaction);
    }

    private void writeEvents(Transaction transaction) throws SQLException {
        try (BulkWriter insert = transaction.bulk("insert into change_event"
                + " (id, golden_id, golden_version, kind, cause, occurred_at) values (?, ?, ?, ?, ?, ?)")) {
            for (Row row : rows) {
                insert.row(eventIds.next(), row.id, row.version, row.kind.name(), cause, now);
            }
        }
    }
}
