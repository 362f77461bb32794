package io.goldsmith.connect.mapping;

import io.goldsmith.connect.settings.OrdersSettings;
import io.goldsmith.mdm.source.Delivery;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Set;

/** Rows that are orders. */
public final class OrderMapping extends StreamMapping {

    private static final BigDecimal GREATEST = new BigDecimal("999999999999.99");

    private final OrdersSettings settings;
    private final DateTimeFormatter date;

    OrderMapping(String sourceSystem, OrdersSettings settings) {
        super(sourceSystem, settings.timestamp().map(TimestampColumn::new));
        this.settings = settings;
        this.date = settings.date().format().map(StrictDates::pattern).orElse(DateTimeFormatter.ISO_LOCAL_DATE);
    }

    @Override
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>(Set.of(
                settings.order(),
                settings.customer(),
                settings.date().column(),
                settings.amount().column()));
        settings.category().ifPresent(columns::add);
        timestamp().map(TimestampColumn::column).ifPresent(columns::add);
        return columns;
    }

    @Override
    public String keyColumn() {
        return settings.order();
    }

    @Override
    Delivery delivery(Row row) {
        return new Delivery.Order(
                sourceSystem(),
                key(row, settings.order()),
                key(row, settings.customer()),
                day(row),
                amount(row),
                settings.category().flatMap(row::text).orElse(""));
    }

    private LocalDate day(Row row) {
        String column = settings.date().column();
        String text = required(row, column);
        try {
            return LocalDate.parse(text, date);
        } catch (DateTimeException wrongForm) {
            throw new UnmappableException("column " + column + " must hold a date as "
                    + settings.date().format().orElse("yyyy-MM-dd") + ", but holds another form");
        }
    }

    private BigDecimal amount(Row row) {
        String column = settings.amount().column();
        String text = required(row, column).replace(settings.amount().decimal(), ".");
        try {
            BigDecimal amount = new BigDecimal(text.replaceAll("[\\s\\u00A0\\u202F]", ""));
            if (text.length() <= 40 && amount.abs().compareTo(GREATEST) <= 0) {
                return amount.setScale(2, RoundingMode.HALF_EVEN);
            }
            throw new UnmappableException(
                    "column " + column + " must hold an amount below 10^12, but holds a greater one");
        } catch (NumberFormatException wrongForm) {
            throw new UnmappableException("column " + column + " must hold an amount with decimal separator '"
                    + settings.amount().decimal() + "', but holds another form");
        }
    }
}
