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

    /** The greatest golden id that has source records; 0 if there is none. */
    static long lastGoldenId(Transaction transaction) throws SQLException {
        try (PreparedStatement query =
                        transaction.connection().prepareStatement("select max(golden_id) from cross_reference");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The golden records with orders whose ids are after {@code after} and not after {@code upTo}: a range that no sort outgrows. */
    static List<OrderHistory> page(Transaction transaction, long after, long upTo) throws SQLException {
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement(SUMS + "where x.golden_id > ? and x.golden_id <= ? group by x.golden_id"
                        + " order by x.golden_id")) {
            query.setLong(1, after);
            query.setLong(2, upTo);
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
