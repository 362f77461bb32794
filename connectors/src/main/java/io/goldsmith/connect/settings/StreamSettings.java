package io.goldsmith.connect.settings;

import java.util.Optional;

/**
 * One table, file pattern or resource of a connector; it holds records, orders or relations, exactly one of these.
 *
 * @param name the stream's name within its connector
 * @param from the table, the file name pattern (with {@code *} and {@code ?}), or the resource; empty of what is pushed
 */
public record StreamSettings(
        String name,
        String from,
        Optional<RecordsSettings> records,
        Optional<OrdersSettings> orders,
        Optional<RelationsSettings> relations) {

    public StreamSettings {
        from = Given.or(from, "");
        records = Given.orEmpty(records);
        orders = Given.orEmpty(orders);
        relations = Given.orEmpty(relations);
    }

    /** How many of records, orders and relations it says; right is one. */
    public int contents() {
        return (records.isPresent() ? 1 : 0) + (orders.isPresent() ? 1 : 0) + (relations.isPresent() ? 1 : 0);
    }
}
