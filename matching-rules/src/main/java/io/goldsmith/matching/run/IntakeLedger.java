package io.goldsmith.matching.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of every line that was read: which were left out and why, and where each record stands, for the message about one that
 * stands twice. Batches come in from many threads; what it says depends on their order in the files alone.
 */
final class IntakeLedger {

    private static final int MOST_LINES_NAMED = 20;

    private final TreeMap<Long, Batch> batches = new TreeMap<>();
    private final TreeMap<Long, List<String>> named = new TreeMap<>();
    private final Map<String, Long> problems = new TreeMap<>();
    private int namedLines;
    private long rejected;
    private long records;

    /** What became of one batch. */
    static final class Batch {

        private final Path file;
        private final long number;
        private final int[] lines;
        private final List<String> named = new ArrayList<>();
        private long firstLine;
        private int accepted;
        private long rejected;

        /**
         * A batch of which nothing is known yet.
         *
         * @param number its place among all batches
         * @param capacity the most records that it may hold
         */
        Batch(Path file, long number, int capacity) {
            this.file = file;
            this.number = number;
            this.lines = new int[capacity];
        }

        /** A record was taken in; lines come in ascending order. */
        void accept(long line) {
            firstLine = accepted == 0 ? line : firstLine;
            lines[accepted++] = (int) (line - firstLine);
        }

        /** A line was left out. */
        void reject(long line, String reason) {
            rejected++;
            if (named.size() < MOST_LINES_NAMED) {
                named.add(file + ":" + line + ": " + reason);
            }
        }
    }

    /** Enters a batch. */
    synchronized void add(Batch batch) {
        batches.put(batch.number, batch);
        records += batch.accepted;
        rejected += batch.rejected;
        if (!batch.named.isEmpty()) {
            named.put(batch.number, batch.named);
            namedLines += batch.named.size();
            while (namedLines - named.lastEntry().getValue().size() >= MOST_LINES_NAMED) {
                namedLines -= named.pollLastEntry().getValue().size();
            }
        }
    }

    /** Enters what one worker counted. */
    synchronized void add(Map<String, Long> counts) {
        counts.forEach((problem, count) -> problems.merge(problem, count, Long::sum));
    }

    /** How many records were taken in so far. */
    synchronized long records() {
        return records;
    }

    /** How many lines were left out so far. */
    synchronized long rejected() {
        return rejected;
    }

    /** The first lines that were left out, as {@code file:line: reason}. */
    synchronized List<String> rejectedLines() {
        return named.values().stream()
                .flatMap(List::stream)
                .limit(MOST_LINES_NAMED)
                .toList();
    }

    /** How many values were left out, by attribute and reason. */
    synchronized Map<String, Long> problems() {
        return Map.copyOf(problems);
    }

    /** Where a record stands, as {@code file:line}; records count from 0 in the order of the files. */
    synchronized String place(int record) {
        int left = record;
        for (Batch batch : batches.values()) {
            if (left < batch.accepted) {
                return batch.file + ":" + (batch.firstLine + batch.lines[left]);
            }
            left -= batch.accepted;
        }
        throw new IllegalArgumentException(
                "There are " + records + " records, but number " + record + " was asked for.");
    }
}
