package io.goldsmith.dmp.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What of a customer's orders a profile attribute can be made of. */
enum OrderSource {
    AMOUNT("orders.amount"),
    COUNT("orders.count"),
    LAST_DATE("orders.last-date");

    private final String word;

    OrderSource(String word) {
        this.word = word;
    }

    static Optional<OrderSource> of(String word) {
        return Arrays.stream(values())
                .filter(source -> source.word.equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(source -> source.word).collect(Collectors.joining(", "));
    }

    List<String> values(OrderSummary orders) {
        return switch (this) {
            case AMOUNT -> List.of(orders.total().toPlainString());
            case COUNT -> List.of(Integer.toString(orders.count()));
            case LAST_DATE -> orders.lastOrder().map(Object::toString).stream().toList();
        };
    }
}
