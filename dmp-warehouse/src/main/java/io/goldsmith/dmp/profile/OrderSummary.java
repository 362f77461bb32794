package io.goldsmith.dmp.profile;

import io.goldsmith.dmp.DmpException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Recency, frequency and amount of a customer's orders.
 *
 * @param lastOrder the date of the newest order, empty without orders
 * @param count how many orders, from 0
 * @param total the sum of their amounts in the hub's currency, from 0
 */
public record OrderSummary(Optional<LocalDate> lastOrder, int count, BigDecimal total) {

    /** A customer who never ordered. */
    public static final OrderSummary NONE = new OrderSummary(Optional.empty(), 0, BigDecimal.ZERO);

    /** @throws DmpException when the count is negative, or disagrees with the presence of a last order */
    public OrderSummary {
        if (count < 0 || lastOrder.isPresent() != (count > 0)) {
            throw new DmpException("An order summary must have a last order exactly when it counts orders, but counts "
                    + count + " with a last order " + (lastOrder.isPresent() ? "present" : "absent"));
        }
    }
}
