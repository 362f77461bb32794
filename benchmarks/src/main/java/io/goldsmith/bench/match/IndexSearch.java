package io.goldsmith.bench.match;

import io.goldsmith.bench.customers.Workplace;
import io.goldsmith.bench.figure.FigureList;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.run.CsvMatchResult;
import io.goldsmith.matching.run.MatchIndex;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long one record takes against an index of many, on one thread: blocked, compared with its candidates, those that reach the review threshold sorted. */
final class IndexSearch {

    private final CsvMatchResult result;
    private final int searches;

    IndexSearch(CsvMatchResult result, int searches) {
        this.result = result;
        this.searches = searches;
    }

    /** The name of a figure of an index of so many records. */
    static String name(long records, String what) {
        return String.format(Locale.ROOT, "one record against %,d: %s", records, what);
    }

    void measure(FigureList figures) {
        int records = result.table().size();
        long start = System.nanoTime();
        MatchIndex index = MatchIndex.of(result.matching(), result.table());
        figures.less(name(records, "index built"), (System.nanoTime() - start) / 1e9, "s");
        AlteredRecords altered =
                new AlteredRecords(result.table(), result.matching().attributes(), Workplace.SEED);
        search(index, altered.draw(searches));
        long[] nanos = search(index, altered.draw(searches));
        double seconds = Arrays.stream(nanos).sum() / 1e9;
        Arrays.sort(nanos);
        figures.less(name(records, "median"), nanos[searches / 2] / 1e6, "ms");
        figures.less(name(records, "p99"), nanos[(int) (searches * 0.99)] / 1e6, "ms");
        figures.less(name(records, "slowest"), nanos[searches - 1] / 1e6, "ms");
        figures.more(name(records, "rate"), searches / seconds, "records/s");
    }

    /** How long each record took. */
    private static long[] search(MatchIndex index, List<AttributeValues> records) {
        long[] nanos = new long[records.size()];
        for (int record = 0; record < nanos.length; record++) {
            long start = System.nanoTime();
            int hits = index.find(records.get(record)).size();
            // The hits are read, so that the search is not optimised away.
            nanos[record] = hits < 0 ? 0 : System.nanoTime() - start;
        }
        return nanos;
    }
}
