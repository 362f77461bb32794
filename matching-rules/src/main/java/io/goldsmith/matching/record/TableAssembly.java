package io.goldsmith.matching.record;

import io.goldsmith.matching.MatchingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * Puts a {@link RecordTable} together from batches that many threads encode. Which thread met a value first leaves no trace: codes are
 * given anew in the order of the rows. Thread-safe until it is built, which can be done once.
 */
public final class TableAssembly {

    private static final int ROWS_WORTH_THREADS = 20_000;

    private final List<AttributeDefinition> attributes;
    private final ColumnDictionary[] dictionaries;
    private final List<RecordBatch> batches = new ArrayList<>();

    /** For a table with one column per attribute. */
    public TableAssembly(List<AttributeDefinition> attributes) {
        this.attributes = List.copyOf(attributes);
        this.dictionaries = this.attributes.stream().map(ColumnDictionary::new).toArray(ColumnDictionary[]::new);
    }

    /** The dictionary that gives the codes of a column. */
    public ColumnDictionary dictionary(int column) {
        return dictionaries[column];
    }

    /** Adds a batch. */
    public synchronized void add(RecordBatch batch) {
        batches.add(batch);
    }

    /**
     * The table of all batches, in the order of the record ids.
     *
     * @param threads how many threads work, at least 1
     * @throws RepeatedIdException if two records have one id
     * @throws MatchingException if there are more values than a table holds
     */
    public synchronized RecordTable build(int threads) {
        batches.sort(Comparator.comparingLong(RecordBatch::number));
        int rows = Math.toIntExact(checkedRows());
        if (threads == 1 || rows < ROWS_WORTH_THREADS) {
            return assemble(rows, false);
        }
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> assemble(rows, true)).join();
        } finally {
            pool.shutdownNow();
        }
    }

    private long checkedRows() {
        long rows = batches.stream().mapToLong(RecordBatch::size).sum();
        int most = (Integer.MAX_VALUE - 8) / Math.max(1, attributes.size());
        if (rows > most) {
            throw new MatchingException("A table of " + attributes.size() + " attributes holds at most " + most
                    + " records, but there are " + rows + "; split the input.");
        }
        return rows;
    }

    private RecordTable assemble(int rows, boolean parallel) {
        List<String> sources = new ArrayList<>();
        int[] sourceOf = new int[rows];
        RecordKeys keys = new RecordKeys(
                rows, batches.stream().mapToInt(batch -> batch.keys().length()).reduce(0, Math::addExact));
        for (RecordBatch batch : batches) {
            if (!sources.contains(batch.source())) {
                sources.add(batch.source());
            }
            Arrays.fill(sourceOf, keys.size(), keys.size() + batch.size(), sources.indexOf(batch.source()));
            keys.addAll(batch.keys());
        }
        RowOrder order = RowOrder.of(sources, sourceOf, keys, parallel);
        if (order.firstRepeated() >= 0) {
            throw new RepeatedIdException(keys.text(order.firstRepeated()), order.firstRepeated());
        }
        int[] positions = order.positions();
        int[] codes = new int[rows * attributes.size()];
        Column[] columns = new Column[attributes.size()];
        IntStream range = IntStream.range(0, columns.length);
        (parallel ? range.parallel() : range).forEach(column -> columns[column] = fill(column, positions, codes));
        int[] sortedSources = new int[rows];
        Arrays.setAll(sortedSources, row -> sourceOf[positions[row]]);
        return new RecordTable(List.of(columns), List.copyOf(sources), sortedSources, keys.inOrder(positions), codes);
    }

    /**
     * Brings the codes of one column into the order of the rows, and numbers them in it. Lets go of what it was built from: beside the
     * table, memory holds the codes of the columns that are still to come.
     */
    private Column fill(int column, int[] positions, int[] codes) {
        int[] given = new int[positions.length];
        int filled = 0;
        for (RecordBatch batch : batches) {
            System.arraycopy(batch.codes(column), 0, given, filled, batch.size());
            filled += batch.size();
            batch.release(column);
        }
        ColumnDictionary dictionary = dictionaries[column];
        dictionaries[column] = new ColumnDictionary(attributes.get(column));
        Renumbering renumbering = new Renumbering(dictionary.codes());
        int width = attributes.size();
        for (int row = 0; row < positions.length; row++) {
            codes[row * width + column] = renumbering.of(given[positions[row]]);
        }
        return dictionary.build(renumbering);
    }
}
