package io.goldsmith.mdm.quality;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.standardise.StandardRecord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A validation rule.
 *
 * @param when attribute to the value that it must have, in any case, for the rule to apply
 * @param values of {@link Check#ONE_OF}
 * @param pattern of {@link Check#MATCHES}
 * @param max of {@link Check#MAX_LENGTH}
 */
public record ValidationRule(
        String name,
        String attribute,
        Check check,
        Severity severity,
        Map<String, String> when,
        List<String> values,
        Pattern pattern,
        int max) {

    public ValidationRule(
            String name,
            String attribute,
            Check check,
            Severity severity,
            Map<String, String> when,
            List<String> values,
            String pattern,
            int max) {
        this(name, attribute, check, severity, when, values, Pattern.compile(pattern), max);
    }

    /** What is wrong with a record under this rule; empty if nothing is, or the rule does not apply. */
    Optional<Finding> find(AttributeValues raw, StandardRecord standard, LocalDate today) {
        boolean applies = when.entrySet().stream()
                .allMatch(condition -> raw.first(condition.getKey())
                        .filter(condition.getValue()::equalsIgnoreCase)
                        .isPresent());
        return applies
                ? reason(raw, standard, today).map(reason -> new Finding(name, attribute, reason))
                : Optional.empty();
    }

    private Optional<String> reason(AttributeValues raw, StandardRecord standard, LocalDate today) {
        List<String> given = raw.all(attribute);
        return switch (check) {
            case REQUIRED -> when(given.isEmpty(), "is required, but has no value");
            case NOT_IN_FUTURE ->
                when(
                        standard.values().all(attribute).stream().anyMatch(value -> isAfter(value, today)),
                        "is after today (" + today + ", UTC)");
            case WELL_FORMED, VALID_IDENTIFIER ->
                standard.problems().stream()
                        .filter(problem -> problem.attribute().equals(attribute))
                        .map(problem -> problem.reason())
                        .findFirst();
            case ONE_OF ->
                when(
                        !given.stream().allMatch(value -> values.stream().anyMatch(value::equalsIgnoreCase)),
                        "is none of the values " + values);
            case MATCHES -> matches(given);
            case MAX_LENGTH ->
                given.stream()
                        .filter(value -> value.length() > max)
                        .findFirst()
                        .map(value -> "has " + value.length() + " characters, but may have " + max);
        };
    }

    private Optional<String> matches(List<String> given) {
        try {
            boolean all = given.stream()
                    .allMatch(value -> pattern.matcher(new BoundedText(value)).matches());
            return when(!all, "does not match the pattern of the rule");
        } catch (BoundedText.ExhaustedException e) {
            return Optional.of("cannot be matched in bounded time; simplify the pattern of the rule");
        }
    }

    private static boolean isAfter(String value, LocalDate today) {
        try {
            return LocalDate.parse(value).isAfter(today);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Optional<String> when(boolean broken, String reason) {
        return broken ? Optional.of(reason) : Optional.empty();
    }
}
