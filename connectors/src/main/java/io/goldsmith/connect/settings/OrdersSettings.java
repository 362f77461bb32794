package io.goldsmith.connect.settings;

import java.util.Optional;

/**
 * A stream of orders.
 *
 * @param order the column with the order's key
 * @param customer the column with the customer's source key
 * @param date the day of the order
 * @param amount what it came to
 * @param category the column with the category; empty: none
 * @param timestamp when the source last changed the order, wanted for JDBC and HTTP: the watermark moves along it
 */
public record OrdersSettings(
        String order,
        String customer,
        DateSettings date,
        AmountSettings amount,
        Optional<String> category,
        Optional<TimestampSettings> timestamp) {

    public OrdersSettings {
        category = Given.orEmpty(category);
        timestamp = Given.orEmpty(timestamp);
    }
}
