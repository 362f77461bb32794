package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.RowWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Gathers search terms of golden records and writes them in the order of their primary key. */
final class TermRows {

    private static final Comparator<Row> BY_PRIMARY_KEY =
            Comparator.comparing(Row::term).thenComparingLong(Row::goldenId);

    private final List<Row> rows = new ArrayList<>();

    private record Row(String term, long goldenId) {}

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
        rows.sort(BY_PRIMARY_KEY);
        try (RowWriter insert = transaction.insert("search_term", "term", "golden_id")) {
            for (Row row : rows) {
                insert.row(row.term, row.goldenId);
            }
        }
    }
}
