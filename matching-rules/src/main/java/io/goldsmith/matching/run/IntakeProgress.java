package io.goldsmith.matching.run;

import io.goldsmith.matching.record.CsvBatches;

/** Tells in records how far reading is: how many there will be is estimated from the bytes, at most some hundred times. Thread-safe. */
final class IntakeProgress {

    private static final int MOST_REPORTS = 200;

    private final MatchProgress progress;
    private long recordsBefore;
    private long size;
    private long nextReport;

    IntakeProgress(MatchProgress progress) {
        this.progress = progress;
    }

    /** A file is begun. */
    synchronized void begin(CsvBatches file) {
        size = file.size();
        nextReport = 0;
    }

    /**
     * Reading went on.
     *
     * @param records how many records of all files were read
     * @param bytes how many bytes of this file were taken
     */
    synchronized void advanced(long records, long bytes) {
        if (bytes >= nextReport && records > recordsBefore) {
            nextReport = bytes + size / MOST_REPORTS;
            long total = Math.round((double) (records - recordsBefore) * size / bytes) + recordsBefore;
            progress.advanced("read", records, Math.max(records, total));
        }
    }

    /** A file, or everything, is read. */
    synchronized void finished(long records) {
        recordsBefore = records;
        progress.advanced("read", records, records);
    }
}
