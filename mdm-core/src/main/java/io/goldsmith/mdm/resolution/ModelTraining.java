package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.model.LabelledTraining;
import io.goldsmith.matching.model.ModelOrigin;
import io.goldsmith.matching.model.SavedModel;
import io.goldsmith.matching.model.TrainedModel;
import io.goldsmith.matching.model.Training;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.RecordTable;
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
import java.util.concurrent.Future;

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
        return train(rules, matches, progress, StandardForms.none());
    }

    /**
     * The same, for who standardises the records next.
     *
     * @param kept takes the standard forms that are made
     */
    SavedModel train(ResolutionRules rules, List<KnownMatch> matches, ResolutionProgress progress, StandardForms kept) {
        Learned learned = read(rules, progress, kept);
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

    /** One record to learn from, and its standard form if that is kept. */
    private record Lesson(SourceRecordRow row, AttributeValues derived, Optional<StandardText> text) {}

    /** Some records to learn from; {@code last} is the greatest hub id, 0 behind the last page. */
    private record Page(long last, int size, List<Lesson> lessons) {}

    private Learned read(ResolutionRules rules, ResolutionProgress progress, StandardForms kept) {
        RecordTable.Builder table = RecordTable.builder(rules.matching().comparedAttributes());
        Map<String, Long> recordsOf = new TreeMap<>();
        long done = 0;
        try (Prefetch<Page> pages = new Prefetch<>()) {
            Page page = pages.result(pages.start(() -> page(rules, kept.hasRoom(), 0)));
            while (page.size > 0) {
                long last = page.last;
                boolean isTextKept = kept.hasRoom();
                Future<Page> next = pages.start(() -> page(rules, isTextKept, last));
                for (Lesson lesson : page.lessons) {
                    SourceRecordRow row = lesson.row;
                    table.add(row.id(), lesson.derived);
                    recordsOf.merge(row.id().source(), 1L, Long::sum);
                    lesson.text.ifPresent(text -> kept.keep(row.recordId(), row.version(), text));
                }
                done += page.size;
                progress.report("train: read", done, done);
                page = pages.result(next);
            }
        }
        List<ModelOrigin.SourceFile> from = new ArrayList<>();
        recordsOf.forEach((source, records) -> from.add(new ModelOrigin.SourceFile(source, records)));
        return new Learned(table.build(), from);
    }

    private Page page(ResolutionRules rules, boolean isTextKept, long after) {
        List<SourceRecordRow> rows = sourceRecords.live(after, PAGE);
        // A record that cannot be standardised teaches nothing; its resolution says so.
        List<Lesson> lessons = rows.parallelStream()
                .flatMap(row -> lesson(row, rules, isTextKept).stream())
                .toList();
        return new Page(rows.isEmpty() ? 0 : rows.get(rows.size() - 1).recordId(), rows.size(), lessons);
    }

    private static Optional<Lesson> lesson(SourceRecordRow row, ResolutionRules rules, boolean isTextKept) {
        try {
            StandardForm form = StandardForm.of(row, rules);
            return Optional.of(new Lesson(
                    row,
                    rules.matching().derive(form.values()),
                    isTextKept ? Optional.of(StandardText.of(form)) : Optional.empty()));
        } catch (ResolutionException e) {
            return Optional.empty();
        }
    }
}
