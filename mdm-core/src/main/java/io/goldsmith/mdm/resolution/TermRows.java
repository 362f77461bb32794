package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.RowWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gathers how search terms of golden records change, and writes what did in the order of their primary key. */
final class TermRows {

    private final List<Row> gone = new ArrayList<>();
    private final List<Row> added = new ArrayList<>();

    /** In the order of the primary key. */
    private record Row(String term, long goldenId) implements Comparable<Row> {

        @Override
        public int compareTo(Row that) {
            int byTerm = term.compareTo(that.term);
            return byTerm != 0 ? byTerm : Long.compare(goldenId, that.goldenId);
        }
    }

    /** Adds the terms of an active golden record that has none yet. */
    void add(long goldenId, Set<String> terms) {
        change(goldenId, Set.of(), terms);
    }

    /**
     * Gives a golden record other terms. Its id is a term too, as long as it has any.
     *
     * @param before those that are written
     * @param after those that it is to have; none if it is not active any more
     */
    void change(long goldenId, Set<String> before, Set<String> after) {
        Set<String> old = withId(goldenId, before);
        Set<String> fresh = withId(goldenId, after);
        old.stream().filter(term -> !fresh.contains(term)).forEach(term -> gone.add(new Row(term, goldenId)));
        fresh.stream().filter(term -> !old.contains(term)).forEach(term -> added.add(new Row(term, goldenId)));
    }

    private static Set<String> withId(long goldenId, Set<String> terms) {
        if (terms.isEmpty()) {
            return terms;
        }
        Set<String> all = new HashSet<>(terms);
        all.add(new GoldenId(goldenId).toString());
        return all;
    }

    void write(Transaction transaction) throws SQLException {
        Collections.sort(gone);
        try (BulkWriter delete = transaction.bulk("delete from search_term where term = ? and golden_id = ?")) {
            for (Row row : gone) {
                delete.row(row.term, row.goldenId);
            }
        }
        Collections.sort(added);
        try (RowWriter insert = transaction.insert("search_term", "term", "golden_id")) {
            for (Row row : added) {
                insert.row(row.term, row.goldenId);
            }
        }
    }
}
