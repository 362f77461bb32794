package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** Looks for texts in every text column of every table of a database. */
final class DatabaseScan {

    private DatabaseScan() {}

    /** The columns, as {@code table.column}, that hold one of the texts somewhere, in any case. */
    static SortedSet<String> find(Store store, List<String> texts) {
        return store.inTransaction(transaction -> {
            SortedSet<String> found = new TreeSet<>();
            for (String[] column : textColumns(transaction)) {
                if (holds(transaction, column[0], column[1], texts)) {
                    found.add((column[0] + "." + column[1]).toLowerCase(Locale.ROOT));
                }
            }
            return found;
        });
    }

    private static List<String[]> textColumns(Transaction transaction) throws SQLException {
        List<String[]> columns = new ArrayList<>();
        try (PreparedStatement query = transaction
                        .connection()
                        .prepareStatement("select c.table_name, c.column_name from information_schema.columns c"
                                + " join information_schema.tables t on t.table_schema = c.table_schema"
                                + " and t.table_name = c.table_name"
                                + " where lower(c.table_schema) = 'public' and t.table_type like '%TABLE%'"
                                + " and (lower(c.data_type) like '%char%' or lower(c.data_type) like '%text%'"
                                + " or lower(c.data_type) like '%json%')");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                columns.add(new String[] {row.getString(1), row.getString(2)});
            }
        }
        return columns;
    }

    private static boolean holds(Transaction transaction, String table, String column, List<String> texts)
            throws SQLException {
        try (Statement query = transaction.connection().createStatement();
                ResultSet row = query.executeQuery(
                        "select \"" + column + "\" from \"" + table + "\" where \"" + column + "\" is not null")) {
            while (row.next()) {
                String value = row.getString(1).toLowerCase(Locale.ROOT);
                if (texts.stream().anyMatch(value::contains)) {
                    return true;
                }
            }
        }
        return false;
    }
}
