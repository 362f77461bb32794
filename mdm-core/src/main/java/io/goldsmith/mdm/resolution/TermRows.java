package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.RowWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Gathers search terms of golden records and writes them in the order of their primary key. */
final class TermRows {

    private final List<Row> rows = new ArrayList<>();

    /** In the order of the primary key. */
    private record Row(String term, long goldenId) implements Comparable<Row> {

        @Override
        public int compareTo(Row that) {
            int byTerm = term.compareTo(that.term);
            return byTerm != 0 ? byTerm : Long.compare(goldenId, that.goldenId);
        }
    }

    /** Adds the terms of an active golden record and its id, which is a term too; none of one that is not active any more. */
    void add(long goldenId, Set<String> terms) {
        if (!terms.isEmpty()) {
            terms.forEach(term -> rows.add(new Row(term, goldenId)));
            rows.add(new Row(new GoldenId(goldenId).toString(), goldenId));
        }
    }

    void delete(Transaction transaction) throws SQLException {
        try (BulkWriter delete = transaction.bulk("delete from search_term where term = ? and golden_id = ?")) {
            for (Row row : rows) {
                delete.row(row.term, row.goldenId);
            }
        }
    }

    void write(Transaction transaction) throws SQLException {
        Collections.sort(rows);
        try (RowWriter insert = transaction.insert("search_term", "term", "golden_id")) {
            for (Row row : rows) {
                insert.row(row.term, row.goldenId);
            }
        }
    }
}
