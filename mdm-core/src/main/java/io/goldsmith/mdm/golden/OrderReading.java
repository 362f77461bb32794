package io.goldsmith.mdm.golden;

import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sums up orders over the source records of golden records. */
final class OrderReading {

    private static final String SUMS =
            "select x.golden_id, max(o.order_date), count(*), sum(o.amount) from cross_reference x"
                    + " join source_record r on r.id = x.record_id"
                    + " join customer_order o on o.source_system = r.source_system and o.source_key = r.source_key ";

    private OrderReading() {}

    static Optional<OrderHistory> of(Transaction transaction, long goldenId) throws SQLException {
        try (PreparedStatement query =
                transaction.connection().prepareStatement(SUMS + "where x.golden_id = ? group by x.golden_id")) {
            query.setLong(1, goldenId);
            return read(query).stream().findFirst();
        }
    }

    /** The next golden records with orders, of the next {@code size} cross-referenced ids or more after {@code after}. */
    static List<OrderHistory> page(Transaction transaction, long after, int size) throws SQLException {
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement(SUMS + "where x.golden_id > ? group by x.golden_id"
                        + " order by x.golden_id fetch first ? rows only")) {
            query.setLong(1, after);
            query.setInt(2, size);
            return read(query);
        }
    }

    private static List<OrderHistory> read(PreparedStatement query) throws SQLException {
        List<OrderHistory> histories = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                histories.add(new OrderHistory(
                        new GoldenId(row.getLong(1)),
                        row.getObject(2, LocalDate.class),
                        row.getLong(3),
                        row.getBigDecimal(4)));
            }
        }
        return histories;
    }
}
