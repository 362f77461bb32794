package io.goldsmith.matching.evaluate;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.record.RecordTable;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The truth about the rows of a table: which entity each is, or for some pairs whether they match. Rows that no label speaks of are
 * left out of an evaluation; labels of records that the table does not have are left out too.
 */
public abstract sealed class Labels permits EntityLabels, PairLabels {

    /**
     * Reads labels with the columns {@code id,entity_id} or {@code left_id,right_id,match} (1 or true for a match); other columns are
     * ignored.
     *
     * @param source what ids are prefixed by, empty if they stand as they are
     * @throws MatchingException if the file has neither set of columns, or speaks of no record of the table
     */
    public static Labels read(Path path, RecordTable table, String source) {
        return LabelFile.read(path, RowsById.of(table), source);
    }

    /** How well clusters, given as the smallest row of each row's cluster, agree with these labels. */
    public abstract Evaluation evaluate(int[] clusters);

    /** Whether two rows are one entity; empty if the labels do not say. */
    public abstract Optional<Boolean> match(int left, int right);

    /** How many pairs the labels hold to match. */
    public abstract long matches();

    /** Hands over every pair that the labels hold to match, the smaller row first, in an order that rows alone decide. */
    public final void forEachMatch(PairTaker taker) {
        forEachMatch(1, taker);
    }

    /**
     * Hands over the pairs that the labels hold to match, in the order of {@link #forEachMatch}; of more than {@code most} every so many-th,
     * at a cost that grows with what is handed over and not with the pairs, which an entity of many records has by the billion.
     *
     * @param most how many pairs are handed over at most, at least 1
     */
    public final void sampleMatches(long most, PairTaker taker) {
        forEachMatch(Math.max(1, (matches() + most - 1) / most), taker);
    }

    /** Hands over the first of the pairs that match, and every so many-th after it. */
    abstract void forEachMatch(long stride, PairTaker taker);

    /** Takes a pair of rows. */
    @FunctionalInterface
    public interface PairTaker {

        /** Called once for each pair. */
        void accept(int left, int right);
    }
}
