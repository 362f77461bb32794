package io.goldsmith.dmp.profile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Numbers and dates cut in bands. Bands of years start at multiples of their width, so that wider ones contain them. */
final class Bands {

    /** Ages from here on are one band: few persons are older, and each would stand alone. */
    static final int TOP_AGE = 90;

    private Bands() {}

    static Optional<String> birthYear(String value, LocalDate today) {
        return date(value).filter(date -> !date.isAfter(today)).map(date -> Integer.toString(date.getYear()));
    }

    static Optional<String> birthYears(String value, LocalDate today) {
        return date(value).filter(date -> !date.isAfter(today)).map(date -> {
            int first = Math.floorDiv(date.getYear(), 5) * 5;
            return first + "-" + (first + 4);
        });
    }

    static Optional<String> ages(String value, LocalDate today) {
        return date(value).filter(date -> !date.isAfter(today)).map(date -> {
            int age = Period.between(date, today).getYears();
            int first = age / 5 * 5;
            return age >= TOP_AGE ? TOP_AGE + "+" : first + "-" + (first + 4);
        });
    }

    static Optional<String> amount(String value) {
        return number(value).map(amount -> {
            double units = amount.doubleValue();
            if (units <= 0) {
                return "none";
            }
            if (units < 100) {
                return "under 100";
            }
            if (units < 500) {
                return "100-499";
            }
            if (units < 1_000) {
                return "500-999";
            }
            return units < 5_000 ? "1000-4999" : "5000 and more";
        });
    }

    static Optional<String> count(String value) {
        return number(value).map(count -> {
            long units = count.longValue();
            if (units <= 1) {
                return units == 1 ? "1" : "none";
            }
            if (units < 5) {
                return "2-4";
            }
            return units < 10 ? "5-9" : "10 and more";
        });
    }

    static Optional<String> recency(String value, LocalDate today) {
        return date(value).map(date -> {
            long months = Period.between(date, today).toTotalMonths();
            if (months < 3) {
                return "under 3 months";
            }
            if (months < 12) {
                return "3-11 months";
            }
            return months < 24 ? "12-23 months" : "24 months and more";
        });
    }

    private static Optional<LocalDate> date(String value) {
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> number(String value) {
        try {
            return Optional.of(new BigDecimal(value));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
