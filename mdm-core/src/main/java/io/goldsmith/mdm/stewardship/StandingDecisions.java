package io.goldsmith.mdm.stewardship;

import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the decisions that have not been undone, in the order in which they were made. */
public final class StandingDecisions {

    private static final String COLUMNS =
            "select id, left_record, right_record, kind from decision where undone_at is null";

    private StandingDecisions() {}

    /**
     * A decision about two source records, by hub id.
     *
     * @param linked true: one customer (MERGE); false: not (NOT_DUPLICATE)
     */
    public record Standing(long id, long left, long right, boolean linked) {}

    /** All of them. */
    public static List<Standing> all(Transaction transaction) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(COLUMNS + " order by id")) {
            return read(query);
        }
    }

    /** Those that name at least one of the records. */
    public static List<Standing> about(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        Map<Long, Standing> found = new TreeMap<>();
        for (String side : List.of("left_record", "right_record")) {
            try (PreparedStatement query =
                    transaction.connection().prepareStatement(COLUMNS + " and " + side + " = any(?)")) {
                query.setArray(1, transaction.numbers(recordIds));
                read(query).forEach(decision -> found.put(decision.id(), decision));
            }
        }
        return List.copyOf(found.values());
    }

    private static List<Standing> read(PreparedStatement query) throws SQLException {
        List<Standing> decisions = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                decisions.add(new Standing(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getString(4).equals(Decision.Kind.MERGE.name())));
            }
        }
        return decisions;
    }
}
