package io.goldsmith.samples.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a customer has bought: few buy much, most buy little. */
final class Purchases {

    private static final Weighted<String> CATEGORIES = Weighted.zipf(
            List.of(
                    "maison",
                    "jardin",
                    "librairie",
                    "bricolage",
                    "multimédia",
                    "mode",
                    "sport",
                    "épicerie",
                    "jouets",
                    "beauté"),
            2,
            0.9);
    private static final int MOST_ORDERS = 40;
    private static final int PERIOD_DAYS = 3 * 365;

    private Purchases() {}

    /** The orders of one ERP client, the oldest first; none for a share of them. */
    static List<ErpOrder> orders(String clientKey, Draw draw) {
        if (draw.chance(0.12)) {
            return List.of();
        }
        // Pareto: half of the buyers have one or two orders.
        int count = (int) Math.min(MOST_ORDERS, Math.pow(1 - draw.share(), -0.8));
        List<LocalDate> dates = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            double share = draw.share();
            dates.add(Timeline.AS_OF.minusDays((long) (share * share * PERIOD_DAYS)));
        }
        dates.sort(Comparator.naturalOrder());
        List<ErpOrder> orders = new ArrayList<>(count);
        for (LocalDate date : dates) {
            String number = "CMD" + clientKey.substring(1) + "-" + (orders.size() + 1);
            orders.add(new ErpOrder(number, date, cents(4.0, draw), CATEGORIES.pick(draw)));
        }
        return List.copyOf(orders);
    }

    static BigDecimal total(Draw draw) {
        return BigDecimal.valueOf(cents(5.5, draw), 2);
    }

    /** Log-normal, in cents; {@code location} is the logarithm of the median in euros. */
    private static long cents(double location, Draw draw) {
        return Math.max(100, Math.round(Math.exp(location + 0.9 * draw.bell()) * 100));
    }
}
