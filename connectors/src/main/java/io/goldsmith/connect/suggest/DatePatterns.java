package io.goldsmith.connect.suggest;

import io.goldsmith.connect.mapping.StrictDates;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the patterns that dates and points in time are written in. Where values leave day and month open, the day comes first. */
final class DatePatterns {

    private static final List<String> DATES = List.of(
            "dd/MM/yyyy",
            "MM/dd/yyyy",
            "dd.MM.yyyy",
            "dd-MM-yyyy",
            "yyyy/MM/dd",
            "yyyyMMdd",
            "ddMMyyyy",
            "d/M/yyyy",
            "d.M.yyyy",
            "dd/MM/yy");

    private static final List<String> TIMES = List.of(" HH:mm:ss", " HH:mm", " HH:mm:ss.SSS", "'T'HH:mm:ss");

    /** A pattern that fewer values have is taken for mistakes. */
    private static final double FEWEST = 0.02;

    private static final double MOST = 0.9;

    private DatePatterns() {}

    /** The patterns of dates, none if they are ISO; empty if these are no dates. */
    static Optional<List<String>> dates(List<String> values) {
        return patterns(values, value -> parses(value, DateTimeFormatter.ISO_LOCAL_DATE, LocalDate::from), DATES);
    }

    /** The patterns of points in time, none if they are ISO; empty if these are none. */
    static Optional<List<String>> timestamps(List<String> values) {
        List<String> candidates = new ArrayList<>();
        TIMES.forEach(time -> {
            DATES.forEach(date -> candidates.add(date + time));
            candidates.add("yyyy-MM-dd" + time);
        });
        return patterns(values, DatePatterns::isIsoTime, candidates);
    }

    private static boolean isIsoTime(String value) {
        return value.length() > 10 && parses(value, DateTimeFormatter.ISO_DATE_TIME, time -> OffsetDateTime.from(time))
                || value.length() > 10
                        && parses(value, DateTimeFormatter.ISO_DATE_TIME, time -> LocalDateTime.from(time));
    }

    private static Optional<List<String>> patterns(
            List<String> values, Predicate<String> isIso, List<String> candidates) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        List<String> left = values.stream().filter(value -> !isIso.test(value)).toList();
        if (values.size() - left.size() >= MOST * values.size()) {
            return Optional.of(List.of());
        }
        List<String> found = new ArrayList<>();
        boolean goesOn = true;
        while (goesOn && !left.isEmpty()) {
            String best = best(candidates, left);
            List<String> others =
                    left.stream().filter(value -> !parses(value, best)).toList();
            goesOn = left.size() - others.size() >= Math.max(1, FEWEST * values.size());
            if (goesOn) {
                found.add(best);
                left = others;
            }
        }
        return values.size() - left.size() >= MOST * values.size() ? Optional.of(found) : Optional.empty();
    }

    /** The pattern of the most values, the first of those that have as many. */
    private static String best(List<String> candidates, List<String> values) {
        String best = candidates.get(0);
        long most = -1;
        for (String candidate : candidates) {
            long count =
                    values.stream().filter(value -> parses(value, candidate)).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static boolean parses(String value, String pattern) {
        return pattern.contains("H")
                ? parses(value, StrictDates.pattern(pattern), LocalDateTime::from)
                : parses(value, StrictDates.pattern(pattern), LocalDate::from);
    }

    private static boolean parses(String value, DateTimeFormatter formatter, TemporalQuery<?> query) {
        try {
            formatter.parse(value, query);
            return true;
        } catch (DateTimeException otherForm) {
            return false;
        }
    }
}
