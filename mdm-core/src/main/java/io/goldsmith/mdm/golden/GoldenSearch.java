package io.goldsmith.mdm.golden;

import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs a search: finds the ids, at most 1,000, and reads one page of them. Only active golden records have terms. */
final class GoldenSearch {

    private static final int MAX_FOUND = 1_000;

    private GoldenSearch() {}

    static SearchResult run(Transaction transaction, SearchQuery search, int page, int size) throws SQLException {
        if (search.terms().isEmpty()) {
            return new SearchResult(List.of(), 0);
        }
        transaction.planByValues();
        List<Long> ids = ids(transaction, search);
        int from = (int) Math.min((long) page * size, ids.size());
        List<Long> ofPage = ids.subList(from, Math.min(from + size, ids.size()));
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement(GoldenRecordRows.NEWEST + "where g.id = any(?) order by g.id")) {
            query.setArray(1, transaction.numbers(ofPage));
            return new SearchResult(GoldenRecordRows.readAll(query), ids.size());
        }
    }

    private static List<Long> ids(Transaction transaction, SearchQuery search) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select distinct t0.golden_id from " + search.source() + " where "
                        + search.condition() + " order by t0.golden_id fetch first " + MAX_FOUND + " rows only")) {
            int position = 1;
            for (String parameter : search.parameters()) {
                query.setString(position++, parameter);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
        return ids;
    }
}
