package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.model.ModelOrigin;
import io.goldsmith.matching.model.SavedModel;
import io.goldsmith.matching.model.TrainedModel;
import io.goldsmith.matching.model.Training;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.source.SourceRecordRow;
import io.goldsmith.mdm.source.SourceRecords;
import io.goldsmith.mdm.store.Store;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Trains a match model on the hub's live source records, without labels: at the first load, before anything is resolved. */
final class FirstModel {

    /** On fewer records, m and u as they are written are the better guess. */
    static final int FEWEST_RECORDS = 1_000;

    private static final int PAGE = 5_000;
    private static final long SEED = 1;
    private static final String PRODUCT = "Goldsmith hub";

    private final Store store;
    private final SourceRecords sourceRecords;

    FirstModel(Store store, SourceRecords sourceRecords) {
        this.store = store;
        this.sourceRecords = sourceRecords;
    }

    /** Whether the hub waits for its first model: training is configured, nothing is resolved yet, and there is enough to learn from. */
    boolean isAwaited(ResolutionRules rules, long pending) {
        return !rules.hasPublishedModel()
                && pending >= FEWEST_RECORDS
                && rules.matching().settings().training().isPresent()
                && isNothingResolved();
    }

    private boolean isNothingResolved() {
        return store.inTransaction(transaction -> {
            try (Statement query = transaction.connection().createStatement();
                    ResultSet row = query.executeQuery("select 1 from golden_record fetch first 1 row only")) {
                return !row.next();
            }
        });
    }

    /** Trains on every live record in its version in force. The same records and rules give the same model. */
    SavedModel train(ResolutionRules rules, ResolutionProgress progress) {
        Matching matching = rules.matching();
        RecordTable.Builder table = RecordTable.builder(matching.comparedAttributes());
        Map<String, Long> recordsOf = new TreeMap<>();
        long total = sourceRecords.countPending();
        long done = 0;
        List<SourceRecordRow> page = sourceRecords.live(0, PAGE);
        while (!page.isEmpty()) {
            // A record that cannot be standardised teaches nothing; its resolution says so.
            for (StandardisedRecord record : StandardisedRecord.allOf(page, rules)) {
                table.add(record.row().id(), matching.derive(record.standard()));
                recordsOf.merge(record.row().id().source(), 1L, Long::sum);
            }
            done += page.size();
            progress.report("train: read", done, Math.max(done, total));
            page = sourceRecords.live(page.get(page.size() - 1).recordId(), PAGE);
        }
        progress.report("train", 0, 1);
        TrainedModel trained = new Training(table.build(), matching.settings(), PairMode.LINK_AND_DEDUPE, SEED).train();
        progress.report("train", 1, 1);
        List<ModelOrigin.SourceFile> from = new ArrayList<>();
        recordsOf.forEach((source, records) -> from.add(new ModelOrigin.SourceFile(source, records)));
        return new SavedModel(
                trained.model(),
                Optional.of(new ModelOrigin(
                        store.clock().instant().truncatedTo(ChronoUnit.SECONDS),
                        PRODUCT,
                        from,
                        SEED,
                        OptionalLong.empty(),
                        trained.diagnostics())));
    }
}
