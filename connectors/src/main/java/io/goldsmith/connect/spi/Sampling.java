package io.goldsmith.connect.spi;

import io.goldsmith.connect.settings.StreamSettings;
import java.util.Set;

/** Looks at the first rows of a source and leaves no trace: nothing is landed, moved or marked, there or here. */
public interface Sampling extends AutoCloseable {

    /** The most rows that are looked at. */
    int MOST_ROWS = 10_000;

    /**
     * Reads the first rows of a stream, and no more than it takes to have them.
     *
     * @param wanted the columns that every row must have; empty: all that there are
     * @param most how many rows, from 1 to {@value #MOST_ROWS}
     * @throws io.goldsmith.connect.ConnectException if the source cannot be reached or read; the message says what to check
     */
    Sample first(StreamSettings stream, Set<String> wanted, int most);

    @Override
    void close();
}
