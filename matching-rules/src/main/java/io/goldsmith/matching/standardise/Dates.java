package io.goldsmith.matching.standardise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as {@code yyyy-MM-dd}, from ISO, day first with two or four digits of the year, or eight digits. A two-digit year from 00 to
 * 29 is of this century. Day and month are exchanged where only that makes a date.
 */
final class Dates {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ]\\d{2}:\\d{2}.*)?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})(?: \\d{2}:\\d{2}.*)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final int FIRST_YEAR_OF_LAST_CENTURY = 30;
    private static final Set<String> PLACEHOLDERS = Set.copyOf(WordFile.lines("placeholder-dates"));

    private Dates() {}

    static Standardised standardise(String raw) {
        String text = raw.trim();
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
        }
        Matcher digits = DIGITS.matcher(text);
        if (digits.matches()) {
            return date(digits.group(1), digits.group(2), digits.group(3));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return date(century(dayFirst.group(3)), dayFirst.group(2), dayFirst.group(1));
        }
        return new Standardised.Refused("is no date: expected yyyy-MM-dd, dd/MM/yyyy, dd/MM/yy or yyyyMMdd");
    }

    private static String century(String year) {
        if (year.length() == 4) {
            return year;
        }
        return (Integer.parseInt(year) < FIRST_YEAR_OF_LAST_CENTURY ? "20" : "19") + year;
    }

    private static Standardised date(String year, String month, String day) {
        int y = Integer.parseInt(year);
        int m = Integer.parseInt(month);
        int d = Integer.parseInt(day);
        boolean exchanged = m > 12 && d <= 12;
        try {
            String date = exchanged
                    ? LocalDate.of(y, d, m).toString()
                    : LocalDate.of(y, m, d).toString();
            return PLACEHOLDERS.contains(date) ? new Standardised.Missing() : new Standardised.Value(date);
        } catch (DateTimeException impossible) {
            return new Standardised.Refused("is no date: there is no such day");
        }
    }
}
