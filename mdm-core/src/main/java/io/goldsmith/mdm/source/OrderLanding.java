package io.goldsmith.mdm.source;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.RowWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lands the orders of a batch: the last one delivered of a key counts; a repeat changes nothing. */
final class OrderLanding {

    // A join for H2's sake: see RecordLookup.
    private static final String KNOWN = "select o.order_key, o.source_key, o.order_date, o.amount, o.category"
            + " from unnest(?) as k(order_key)"
            + " join customer_order o on o.source_system = ? and o.order_key = k.order_key";

    private OrderLanding() {}

    static LandingCounts land(Transaction transaction, Store store, List<Delivery.Order> orders) throws SQLException {
        if (orders.isEmpty()) {
            return LandingCounts.NONE;
        }
        Map<String, Map<String, Delivery.Order>> bySystem = new TreeMap<>();
        long unchanged = 0;
        for (Delivery.Order order : orders) {
            Delivery.Order earlier = bySystem.computeIfAbsent(order.sourceSystem(), system -> new LinkedHashMap<>())
                    .put(order.orderKey(), inCents(order));
            unchanged += earlier == null ? 0 : 1;
        }
        long landed = 0;
        Set<RecordId> customers = new TreeSet<>();
        for (Map.Entry<String, Map<String, Delivery.Order>> system : bySystem.entrySet()) {
            List<Delivery.Order> given = new ArrayList<>(system.getValue().values());
            long written = write(transaction, system.getKey(), given, customers);
            landed += written;
            unchanged += given.size() - written;
        }
        DueCustomers.note(transaction, store, customers);
        return new LandingCounts(landed, unchanged, 0, 0);
    }

    /** Adds the customers who gained or lost an order to {@code customers}. */
    private static long write(
            Transaction transaction, String system, List<Delivery.Order> orders, Set<RecordId> customers)
            throws SQLException {
        Map<String, Delivery.Order> known = known(transaction, system, orders);
        try (RowWriter inserts = transaction.insert(
                        "customer_order",
                        "source_key",
                        "order_date",
                        "amount",
                        "category",
                        "source_system",
                        "order_key");
                BulkWriter updates = transaction.bulk("update customer_order set source_key = ?, order_date = ?,"
                        + " amount = ?, category = ? where source_system = ? and order_key = ?")) {
            for (Delivery.Order order : orders) {
                Delivery.Order earlier = known.get(order.orderKey());
                Object[] row = {
                    order.customerKey(), order.date(), order.amount(), order.category(), system, order.orderKey()
                };
                if (earlier == null) {
                    inserts.row(row);
                    customers.add(new RecordId(system, order.customerKey()));
                } else if (!order.equals(earlier)) {
                    updates.row(row);
                    customers.add(new RecordId(system, order.customerKey()));
                    customers.add(new RecordId(system, earlier.customerKey()));
                }
            }
            return inserts.rows() + updates.rows();
        }
    }

    private static Map<String, Delivery.Order> known(
            Transaction transaction, String system, List<Delivery.Order> orders) throws SQLException {
        Map<String, Delivery.Order> known = new HashMap<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(KNOWN)) {
            query.setString(2, system);
            query.setArray(
                    1,
                    transaction.texts(
                            orders.stream().map(Delivery.Order::orderKey).toList()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String key = row.getString(1);
                    known.put(
                            key,
                            new Delivery.Order(
                                    system,
                                    key,
                                    row.getString(2),
                                    row.getObject(3, LocalDate.class),
                                    row.getBigDecimal(4),
                                    row.getString(5)));
                }
            }
        }
        return known;
    }

    /** Amounts are compared as they are stored: with two decimals. */
    private static Delivery.Order inCents(Delivery.Order order) {
        BigDecimal amount = order.amount().setScale(2, RoundingMode.HALF_EVEN);
        return new Delivery.Order(
                order.sourceSystem(), order.orderKey(), order.customerKey(), order.date(), amount, order.category());
    }
}
