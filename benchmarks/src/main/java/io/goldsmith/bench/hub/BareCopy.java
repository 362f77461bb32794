package io.goldsmith.bench.hub;

import io.goldsmith.bench.figure.BenchException;
import io.goldsmith.mdm.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The reference of a batch on PostgreSQL: all the rows that it left in the hub's tables, exported as they lie there, and copied into
 * empty tables of the same shape with the same indexes in place, a transaction per table.
 */
final class BareCopy {

    static final String RATIO = "batch, ratio to a bare COPY of its rows";

    private final Store store;
    private final Path folder;

    BareCopy(Store store, Path folder) {
        this.store = store;
        this.folder = folder;
    }

    /** Copies and tells, beside how many seconds the batch took. */
    void measure(double batchSeconds, HubFigures figures) {
        Path file = folder.resolve("table.copy");
        long nanos = 0;
        long rows = 0;
        long bytes = 0;
        try {
            for (BareTable table : store.inTransaction(BareTable::besideAll)) {
                store.inTransaction(transaction -> table.export(transaction, file));
                bytes += Files.size(file);
                long start = System.nanoTime();
                rows += store.inTransaction(transaction -> table.copy(transaction, file));
                nanos += System.nanoTime() - start;
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new BenchException("The rows of the hub cannot be exported to " + file + ": is there room?", e);
        }
        store.inTransaction(BareTable::takeAway);
        figures.less("bare COPY of its rows", nanos / 1e9, "s");
        figures.more("rows written", rows, "rows");
        figures.more("bytes written, as text", bytes / 1e6, "MB");
        figures.less(RATIO, batchSeconds / (nanos / 1e9), "times");
    }
}
