package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.matching.score.ScoreThresholds;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Draws stratified random samples of the stored pairs, and asks stewards about them: decisions alone are no honest labels, since only
 * what looked doubtful was decided. Thread-safe.
 */
public final class LabelSampling {

    /** How many pairs are drawn from one band at most. */
    public static final int MOST_PER_BAND = 500;

    /** Behind everything that changes something. */
    private static final int PRIORITY = 0;

    private static final int PAGE = 5_000;

    // By the primary key, page by page; "left_record >= ?" by itself lets H2 use the index.
    private static final String PAIRS = "select s.left_record, s.right_record, s.weight, l.source_system, l.source_key,"
            + " r.source_system, r.source_key, x.golden_id, y.golden_id from scored_pair s"
            + " join source_record l on l.id = s.left_record join source_record r on r.id = s.right_record"
            + " join cross_reference x on x.record_id = s.left_record"
            + " join cross_reference y on y.record_id = s.right_record"
            + " where s.left_record >= ? and (s.left_record > ? or s.right_record > ?)"
            + " order by s.left_record, s.right_record fetch first " + PAGE + " rows only";

    private final Store store;
    private final Supplier<Matching> matching;

    /**
     * @param matching the matching under the rules in force, asked each time
     */
    public LabelSampling(Store store, Supplier<Matching> matching) {
        this.store = store;
        this.matching = matching;
    }

    /**
     * Draws a sample and opens a task of kind SAMPLE_REVIEW for each of its pairs.
     *
     * @param seed the same seed draws the same pairs from the same stored pairs
     * @param perBand how many pairs from each band of match weight, 1 to 500; fewer where a band has fewer
     * @param steward who asked for it
     * @return the id of the sample
     */
    public long draw(long seed, int perBand, String steward) {
        if (perBand < 1 || perBand > MOST_PER_BAND) {
            throw new IllegalArgumentException(
                    "A sample has 1 to " + MOST_PER_BAND + " pairs from each band, but " + perBand + " were asked for");
        }
        ScoreThresholds thresholds = matching.get().thresholds();
        WeightBands bands = WeightBands.of(thresholds.review(), thresholds.automatic());
        SampleDrawing drawing = new SampleDrawing(seed, perBand, bands);
        long[] last = {Long.MIN_VALUE, Long.MIN_VALUE};
        boolean more = true;
        while (more) {
            more = store.inTransaction(transaction -> see(transaction, drawing, last));
        }
        return store.inTransaction(transaction -> keep(transaction, bands, drawing, thresholds, seed, steward));
    }

    /** Shows a page of pairs to the drawing once it is read whole, since a transaction may be tried again; moves {@code last} on. */
    private static boolean see(Transaction transaction, SampleDrawing drawing, long[] last) throws SQLException {
        record Seen(SampleDrawing.Pair pair, RecordId left, RecordId right) {}
        List<Seen> page = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(PAIRS)) {
            query.setLong(1, last[0]);
            query.setLong(2, last[0]);
            query.setLong(3, last[1]);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    page.add(new Seen(
                            new SampleDrawing.Pair(
                                    row.getLong(1), row.getLong(2), row.getInt(3), row.getLong(8), row.getLong(9)),
                            new RecordId(row.getString(4), row.getString(5)),
                            new RecordId(row.getString(6), row.getString(7))));
                }
            }
        }
        for (Seen seen : page) {
            drawing.see(seen.pair, seen.left, seen.right);
            last[0] = seen.pair.leftRecord();
            last[1] = seen.pair.rightRecord();
        }
        return page.size() == PAGE;
    }

    private long keep(
            Transaction transaction,
            WeightBands bands,
            SampleDrawing drawing,
            ScoreThresholds thresholds,
            long seed,
            String steward)
            throws SQLException {
        long sample = store.ids("entry_id").next();
        Instant now = store.clock().instant().truncatedTo(ChronoUnit.MICROS);
        try (BulkWriter samples = transaction.bulk(
                        "insert into label_sample (id, seed, drawn_by, drawn_at, automatic) values (?, ?, ?, ?, ?)");
                BulkWriter strata = transaction.bulk(
                        "insert into label_stratum (sample_id, from_weight, to_weight, pairs) values (?, ?, ?, ?)");
                BulkWriter pairs = transaction.bulk("insert into sampled_pair"
                        + " (task_id, sample_id, from_weight, left_record, right_record, weight)"
                        + " values (?, ?, ?, ?, ?, ?)");
                BulkWriter tasks = transaction.bulk("insert into stewardship_task (id, kind, subject, golden_id,"
                        + " other_golden_id, left_record, right_record, weight, priority, state, details, created_at,"
                        + " opened_at, revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', '', ?, ?, 1)")) {
            samples.row(sample, seed, steward, now, thresholds.automatic());
            for (int band = 0; band < bands.all().size(); band++) {
                WeightBands.Band of = bands.all().get(band);
                if (drawing.pairs(band) > 0) {
                    strata.row(sample, of.from(), of.to(), drawing.pairs(band));
                }
                for (SampleDrawing.Pair pair : drawing.drawn(band)) {
                    long task = store.ids("entry_id").next();
                    pairs.row(task, sample, of.from(), pair.leftRecord(), pair.rightRecord(), pair.weight());
                    tasks.row(
                            task,
                            TaskKind.SAMPLE_REVIEW.name(),
                            sample + "|" + task,
                            pair.goldenId(),
                            pair.otherGoldenId(),
                            pair.leftRecord(),
                            pair.rightRecord(),
                            pair.weight(),
                            PRIORITY,
                            now,
                            now);
                }
            }
        }
        return sample;
    }

    /**
     * How good matching is by the answers so far.
     *
     * @throws StaleDecisionException if there is no such sample
     */
    public MatchQualityEstimate estimate(long sample) {
        return store.inTransaction(transaction -> SampledPairs.estimate(transaction, sample));
    }
}
