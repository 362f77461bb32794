package io.goldsmith.matching.suggest;

import io.goldsmith.matching.record.RecordId;
import java.util.List;

/**
 * Records drawn from files.
 *
 * @param total how many records the files hold
 * @param columns the columns that every file has, without the id and what is ignored
 * @param leftOut columns that only some of the files have
 * @param rows the records in the order of their draw, so that the first ones are a sample themselves
 */
record SampledRecords(long total, List<String> columns, List<String> leftOut, List<Row> rows) {

    /**
     * One record.
     *
     * @param hash what it was drawn by
     * @param id which it is
     * @param cells what its columns hold, as written, trimmed; empty if missing
     */
    record Row(long hash, RecordId id, String[] cells) {}

    /** How many records of the files stand behind one of the sample, at least 1. */
    double scale() {
        return rows.isEmpty() ? 1 : Math.max(1, total / (double) rows.size());
    }
}
