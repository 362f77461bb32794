package io.goldsmith.mdm.quality;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.standardise.StandardRecord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A record as rules look at it.
 *
 * @param raw as the source has it
 * @param standard in standard form
 * @param today the day of judgement, UTC
 */
record JudgedRecord(AttributeValues raw, StandardRecord standard, LocalDate today) {

    /** Whether the attribute has a value, good or bad; a placeholder is none. */
    boolean hasValue(String attribute) {
        return !standard.values().all(attribute).isEmpty() || problem(attribute).isPresent();
    }

    /** What the standardiser says against the attribute's value. */
    Optional<String> problem(String attribute) {
        return standard.problems().stream()
                .filter(problem -> problem.attribute().equals(attribute))
                .map(problem -> problem.reason())
                .findFirst();
    }

    /** The attribute's values that are dates. */
    List<LocalDate> dates(String attribute) {
        List<LocalDate> dates = new ArrayList<>(1);
        for (String value : standard.values().all(attribute)) {
            date(value).ifPresent(dates::add);
        }
        return dates;
    }

    /** The date of a text in ISO form; empty if it is none. */
    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
