package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.source.PendingVersion;
import io.goldsmith.mdm.source.SourceRecordRow;
import io.goldsmith.mdm.source.SourceRecords;
import io.goldsmith.mdm.store.Documents;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads pending records page by page and standardises them, but for those of which the standard form is kept. For one thread. */
final class PendingPages {

    private static final int PAGE = 5_000;

    private final SourceRecords sourceRecords;
    private final ResolutionRules rules;
    private final StandardForms kept;

    PendingPages(SourceRecords sourceRecords, ResolutionRules rules, StandardForms kept) {
        this.sourceRecords = sourceRecords;
        this.rules = rules;
        this.kept = kept;
    }

    /**
     * One page, not written yet.
     *
     * @param last the greatest hub id; 0 if nothing is left
     * @param size how many records were pending
     * @param deleted those that their sources deleted
     * @param live the others, sorted by hub id
     * @param failed hub ids of records that could not be standardised
     */
    record Page(long last, int size, List<SourceRecordRow> deleted, List<StandardRow> live, List<Long> failed) {}

    /** The pending records behind a hub id. */
    Page after(long recordId) {
        if (kept.isEmpty()) {
            List<SourceRecordRow> rows = sourceRecords.pending(recordId, PAGE);
            return page(rows.isEmpty() ? 0 : rows.get(rows.size() - 1).recordId(), rows.size(), rows, List.of());
        }
        List<PendingVersion> versions = sourceRecords.pendingVersions(recordId, PAGE);
        List<StandardRow> known = versions.parallelStream()
                .filter(version -> kept.has(version.recordId(), version.version()))
                .flatMap(version -> known(version).stream())
                .toList();
        versions.forEach(version -> kept.forget(version.recordId()));
        return page(
                versions.isEmpty() ? 0 : versions.get(versions.size() - 1).recordId(),
                versions.size(),
                others(versions, known),
                known);
    }

    /** A record whose kept form the model leaves as it is. */
    private Optional<StandardRow> known(PendingVersion version) {
        StandardText text = kept.of(version.recordId());
        AttributeValues values = Documents.values(text.values());
        if (!rules.matching().model().withoutPlaceholders(values).equals(values)) {
            return Optional.empty();
        }
        return attempt(() ->
                StandardRow.of(version.recordId(), version.id(), version.version(), text, values, rules.matching()));
    }

    private List<SourceRecordRow> others(List<PendingVersion> versions, List<StandardRow> known) {
        LongSet found = new LongOpenHashSet(known.size());
        known.forEach(row -> found.add(row.recordId()));
        List<Long> others = versions.stream()
                .map(PendingVersion::recordId)
                .filter(id -> !found.contains((long) id))
                .toList();
        return others.isEmpty() ? List.of() : sourceRecords.newest(others);
    }

    private Page page(long last, int size, List<SourceRecordRow> rows, List<StandardRow> known) {
        record Attempt(SourceRecordRow row, Optional<StandardRow> result) {}
        List<Attempt> attempts = rows.parallelStream()
                .filter(row -> !row.deleted())
                .map(row -> new Attempt(row, attempt(() -> StandardRow.of(row, rules))))
                .toList();
        List<StandardRow> live = new ArrayList<>(known);
        List<Long> failed = new ArrayList<>();
        for (Attempt attempt : attempts) {
            attempt.result.ifPresentOrElse(live::add, () -> failed.add(attempt.row.recordId()));
        }
        live.sort(Comparator.comparingLong(StandardRow::recordId));
        return new Page(
                last, size, rows.stream().filter(SourceRecordRow::deleted).toList(), live, failed);
    }

    private static Optional<StandardRow> attempt(Supplier<StandardRow> work) {
        try {
            return Optional.of(work.get());
        } catch (ResolutionException e) {
            return Optional.empty();
        }
    }
}
