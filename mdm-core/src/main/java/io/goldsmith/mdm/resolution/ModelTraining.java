package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.model.LabelledTraining;
import io.goldsmith.matching.model.ModelOrigin;
import io.goldsmith.matching.model.SavedModel;
import io.goldsmith.matching.model.TrainedModel;
import io.goldsmith.matching.model.Training;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.source.SourceRecordRow;
import io.goldsmith.mdm.source.SourceRecords;
import io.goldsmith.mdm.store.Store;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Trains a match model on the hub's live source records: without labels at the first load, before anything is resolved; later also with
 * what stewards said.
 */
public final class ModelTraining {

    /** On fewer records, m and u as they are written are the better guess. */
    static final int FEWEST_RECORDS = 1_000;

    private static final int PAGE = 5_000;
    private static final long SEED = 1;
    private static final String PRODUCT = "Goldsmith hub";

    private final Store store;
    private final SourceRecords sourceRecords;

    public ModelTraining(Store store, SourceRecords sourceRecords) {
        this.store = store;
        this.sourceRecords = sourceRecords;
    }

    /** Two source records that a person holds to be one customer. */
    public record KnownMatch(RecordId left, RecordId right) {}

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

    /** The live records as a table, and how many each source system gave. */
    private record Learned(RecordTable table, List<ModelOrigin.SourceFile> from) {}

    /**
     * Trains on every live record in its version in force. The same records, rules and matches in any order give the same model.
     *
     * @param matches pairs that are known to match: m is counted among those of live records; none: without labels
     */
    public SavedModel train(ResolutionRules rules, List<KnownMatch> matches, ResolutionProgress progress) {
        Learned learned = read(rules, progress);
        progress.report("train", 0, 1);
        Rows rows = Rows.of(learned.table, matches);
        TrainedModel trained = rows.lefts.length == 0
                ? new Training(learned.table, rules.matching().settings(), PairMode.LINK_AND_DEDUPE, SEED).train()
                : new LabelledTraining(learned.table, rules.matching().settings(), PairMode.LINK_AND_DEDUPE, SEED)
                        .train(rows.lefts, rows.rights);
        progress.report("train", 1, 1);
        ModelOrigin origin = new ModelOrigin(
                store.clock().instant().truncatedTo(ChronoUnit.SECONDS),
                PRODUCT,
                learned.from,
                SEED,
                rows.lefts.length == 0 ? OptionalLong.empty() : OptionalLong.of(rows.lefts.length),
                trained.diagnostics());
        return new SavedModel(trained.model(), Optional.of(origin));
    }

    /** The rows of known matches, both of whose records are live. */
    private record Rows(int[] lefts, int[] rights) {

        static Rows of(RecordTable table, List<KnownMatch> matches) {
            Map<RecordId, Integer> rowOf = new HashMap<>();
            matches.forEach(match -> {
                rowOf.put(match.left, -1);
                rowOf.put(match.right, -1);
            });
            for (int row = 0; row < table.size() && !matches.isEmpty(); row++) {
                rowOf.replace(table.id(row), row);
            }
            IntArrayList lefts = new IntArrayList();
            IntArrayList rights = new IntArrayList();
            for (KnownMatch match : matches) {
                int left = rowOf.get(match.left);
                int right = rowOf.get(match.right);
                if (left >= 0 && right >= 0) {
                    lefts.add(left);
                    rights.add(right);
                }
            }
            return new Rows(lefts.toIntArray(), rights.toIntArray());
        }
    }

    private Learned read(ResolutionRules rules, ResolutionProgress progress) {
        Matching matching = rules.matching();
        RecordTable.Builder table = RecordTable.builder(matching.comparedAttributes());
        Map<String, Long> recordsOf = new TreeMap<>();
        long done = 0;
        List<SourceRecordRow> page = sourceRecords.live(0, PAGE);
        while (!page.isEmpty()) {
            // A record that cannot be standardised teaches nothing; its resolution says so.
            for (StandardisedRecord record : StandardisedRecord.allOf(page, rules)) {
                table.add(record.row().id(), matching.derive(record.standard()));
                recordsOf.merge(record.row().id().source(), 1L, Long::sum);
            }
            done += page.size();
            progress.report("train: read", done, done);
            page = sourceRecords.live(page.get(page.size() - 1).recordId(), PAGE);
        }
        List<ModelOrigin.SourceFile> from = new ArrayList<>();
        recordsOf.forEach((source, records) -> from.add(new ModelOrigin.SourceFile(source, records)));
        return new Learned(table.build(), from);
    }
}
