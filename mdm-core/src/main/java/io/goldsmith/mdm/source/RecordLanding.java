package io.goldsmith.mdm.source;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.quality.Finding;
import io.goldsmith.mdm.quality.NewEntry;
import io.goldsmith.mdm.quality.QuarantineEntries;
import io.goldsmith.mdm.quality.Validation;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.ConflictException;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.IdAllocator;
import io.goldsmith.mdm.store.RowWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Lands the record versions of a batch: looks them up at once, judges them in order, writes them in bulk. */
final class RecordLanding {

    private final IdAllocator ids;
    private final Validation validation;
    private final QuarantineEntries quarantine;
    private final Suppression suppression;

    RecordLanding(Store store, Validation validation, QuarantineEntries quarantine, Suppression suppression) {
        this.ids = store.ids("record_id");
        this.validation = validation;
        this.quarantine = quarantine;
        this.suppression = suppression;
    }

    /** The work on one batch. */
    private static final class Batch {
        final Map<RecordId, LandedRecord> touched = new LinkedHashMap<>();
        final Map<Long, NewEntry> entries = new LinkedHashMap<>();
        final List<NewEntry> superseded = new ArrayList<>();
        final Map<AttributeValues, Finding> hits;
        final Repeats repeats = new Repeats();
        final List<LandingCounts> each = new ArrayList<>();

        Batch(Map<AttributeValues, Finding> hits) {
            this.hits = hits;
        }
    }

    /** What the hub knows of the records of a batch before it lands. */
    record Known(Map<RecordId, LandedRecord> records) {

        /** The hub's id of a record that it knows, or has landed since. */
        OptionalLong idOf(RecordId id) {
            LandedRecord record = records.get(id);
            return record == null ? OptionalLong.empty() : OptionalLong.of(record.recordId());
        }
    }

    Known known(Transaction transaction, List<Delivery.RecordVersion> versions) throws SQLException {
        return new Known(versions.isEmpty() ? new HashMap<>() : RecordLookup.known(transaction, versions));
    }

    /** Lands versions; answers what each of them is, in their order. */
    List<LandingCounts> land(
            Transaction transaction, long runId, List<Delivery.RecordVersion> versions, Known knownBefore, Instant now)
            throws SQLException {
        if (versions.isEmpty()) {
            return List.of();
        }
        Map<RecordId, LandedRecord> known = knownBefore.records;
        Batch batch = new Batch(suppression.hits(
                transaction, versions.stream().map(Delivery.RecordVersion::raw).toList()));
        try (RowWriter rows = transaction.insert(
                "source_record_version",
                "record_id",
                "version",
                "content_hash",
                "source_timestamp",
                "landed_at",
                "run_id",
                "deleted",
                "raw")) {
            for (Delivery.RecordVersion delivered : versions) {
                RecordId id = new RecordId(delivered.sourceSystem(), delivered.sourceKey());
                LandedRecord record = known.computeIfAbsent(id, unknown -> LandedRecord.unknown(ids.next()));
                Instant time = delivered.sourceTimestamp().truncatedTo(ChronoUnit.MICROS);
                String hash = ContentHash.of(delivered.raw(), delivered.deleted());
                if (!delivered.deleted()) {
                    record.reappear();
                }
                int version = place(batch, id, record, delivered, hash, time);
                if (record.isConfirmed()) {
                    batch.repeats.confirm(record.recordId(), record.confirmedAt());
                }
                if (record.isMoved()) {
                    batch.touched.put(id, record);
                }
                if (version > 0) {
                    rows.row(
                            record.recordId(),
                            version,
                            hash,
                            time,
                            now,
                            runId,
                            delivered.deleted(),
                            Documents.write(kept(delivered, version == record.versionInForce())));
                    batch.touched.put(id, record);
                }
            }
        }
        writeRecords(transaction, batch.touched);
        batch.repeats.write(transaction, runId, now);
        writeQuarantine(runId, batch);
        return List.copyOf(batch.each);
    }

    /** What is kept of a version: one that is in force has been judged and holds nothing that must not be, unless it is a deletion. */
    private AttributeValues kept(Delivery.RecordVersion delivered, boolean isInForce) {
        return isInForce && !delivered.deleted() ? delivered.raw() : validation.keepable(delivered.raw());
    }

    /** Decides what a version delivered is; answers its number, 0 if it is nothing new. */
    private int place(
            Batch batch,
            RecordId id,
            LandedRecord record,
            Delivery.RecordVersion delivered,
            String hash,
            Instant time) {
        switch (record.standing(hash, time)) {
            case UNCHANGED -> {
                batch.each.add(LandingCounts.ONE_UNCHANGED);
                return 0;
            }
            case STALE -> {
                if (batch.hits.containsKey(delivered.raw())) {
                    return refuse(batch, id, record, List.of(batch.hits.get(delivered.raw())), hash, time);
                }
                batch.each.add(LandingCounts.ONE_STALE);
                return record.addLate(hash, time);
            }
            case BETWEEN -> {
                batch.each.add(LandingCounts.ONE_STALE);
                int inForce = record.versionInForce();
                int late = record.addLate(hash, time);
                Instant repeatedAt = record.confirmedAt();
                batch.repeats.restate(record.recordId(), inForce, record.restate(), repeatedAt);
                return late;
            }
            default -> {
                List<Finding> findings = findings(batch, delivered);
                return findings.isEmpty()
                        ? accept(batch, record, hash, time)
                        : refuse(batch, id, record, findings, hash, time);
            }
        }
    }

    private List<Finding> findings(Batch batch, Delivery.RecordVersion delivered) {
        if (delivered.deleted()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(validation.rejections(delivered.raw()));
        Finding hit = batch.hits.get(delivered.raw());
        if (hit != null) {
            findings.add(hit);
        }
        return findings;
    }

    private static int accept(Batch batch, LandedRecord record, String hash, Instant time) {
        batch.each.add(LandingCounts.ONE_LANDED);
        int version = record.addInForce(hash, time);
        if (record.isCurrent() && batch.entries.containsKey(record.recordId())) {
            batch.superseded.add(batch.entries.remove(record.recordId()).asSuperseded());
        }
        return version;
    }

    private static int refuse(
            Batch batch, RecordId id, LandedRecord record, List<Finding> findings, String hash, Instant time) {
        batch.each.add(LandingCounts.ONE_QUARANTINED);
        int version = record.addAside(hash, time);
        List<String> reasons = findings.stream().map(Finding::text).toList();
        NewEntry entry = NewEntry.ofVersion(id.source(), id.key(), record.recordId(), version, reasons);
        if (!record.isNewest(version)) {
            batch.superseded.add(entry.asSuperseded());
            return version;
        }
        NewEntry earlier = batch.entries.put(record.recordId(), entry);
        if (earlier != null) {
            batch.superseded.add(earlier.asSuperseded());
        }
        return version;
    }

    private static void writeRecords(Transaction transaction, Map<RecordId, LandedRecord> touched) throws SQLException {
        try (RowWriter inserts = transaction.insert(
                        "source_record",
                        "id",
                        "source_system",
                        "source_key",
                        "latest_version",
                        "resolved_version",
                        "state");
                BulkWriter updates = transaction.bulk("update source_record set latest_version = ?, state = 'PENDING'"
                        + " where id = ? and state <> 'ERASED'");
                BulkWriter late = transaction.bulk("update source_record set late_version = ?,"
                        + " state = case when state = 'RESOLVED' then 'PENDING' else state end"
                        + " where id = ? and state <> 'ERASED'");
                // Nothing of the record changes, but an erasure is waited for, and waits.
                BulkWriter aside = transaction.bulk("update source_record set late_version = late_version"
                        + " where id = ? and state <> 'ERASED'")) {
            for (Map.Entry<RecordId, LandedRecord> entry : byRecordId(touched)) {
                RecordId id = entry.getKey();
                LandedRecord record = entry.getValue();
                if (record.isNew()) {
                    String state = record.isMoved() ? "PENDING" : "QUARANTINED";
                    inserts.row(record.recordId(), id.source(), id.key(), record.versionInForce(), 0, state);
                } else if (record.isMoved()) {
                    updates.row(record.versionInForce(), record.recordId());
                } else if (record.isLate()) {
                    late.row(record.lateVersion(), record.recordId());
                } else {
                    aside.row(record.recordId());
                }
            }
            for (BulkWriter each : List.of(updates, late, aside)) {
                each.flush();
                if (each.changed() < each.rows()) {
                    throw new ConflictException("a record of the batch, erasing it,");
                }
            }
        }
    }

    /** In the order in which others lock rows of several records, so that no two wait for each other. */
    private static List<Map.Entry<RecordId, LandedRecord>> byRecordId(Map<RecordId, LandedRecord> touched) {
        List<Map.Entry<RecordId, LandedRecord>> sorted = new ArrayList<>(touched.entrySet());
        sorted.sort(Comparator.comparingLong(entry -> entry.getValue().recordId()));
        return sorted;
    }

    private void writeQuarantine(long runId, Batch batch) {
        // An earlier refused version is answered by a newer one, good or bad; only the newest waits.
        List<Long> answered = batch.touched.values().stream()
                .filter(record -> !record.isNew())
                .filter(record ->
                        record.isMoved() && record.isCurrent() || batch.entries.containsKey(record.recordId()))
                .map(LandedRecord::recordId)
                .toList();
        if (!answered.isEmpty()) {
            quarantine.supersede(answered);
        }
        Collection<NewEntry> entries = new ArrayList<>(batch.superseded);
        entries.addAll(batch.entries.values());
        if (!entries.isEmpty()) {
            quarantine.add(runId, entries);
        }
    }
}
