package io.goldsmith.mdm.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tests of the values of one attribute. */
sealed interface ValueTest extends RuleTest {

    /** The attribute. */
    String attribute();

    @Override
    default List<String> attributes() {
        return List.of(attribute());
    }

    @Override
    default boolean appliesTo(JudgedRecord record) {
        return record.hasValue(attribute());
    }

    /** There is a value. */
    record Required(String attribute) implements ValueTest {
        @Override
        public boolean appliesTo(JudgedRecord record) {
            return true;
        }

        @Override
        public Optional<String> reason(JudgedRecord record) {
            return RuleTest.failed(record.raw().all(attribute).isEmpty(), "is required, but has no value");
        }
    }

    /** The standardiser has nothing against it. */
    record WellFormed(String attribute) implements ValueTest {
        @Override
        public Optional<String> reason(JudgedRecord record) {
            return record.problem(attribute);
        }
    }

    /** No date is after today. */
    record NotInFuture(String attribute) implements ValueTest {
        @Override
        public Optional<String> reason(JudgedRecord record) {
            return RuleTest.failed(
                    record.dates(attribute).stream().anyMatch(date -> date.isAfter(record.today())),
                    "is after today (" + record.today() + ", UTC)");
        }
    }

    /**
     * The age in years.
     *
     * @param min full years, inclusive
     * @param max full years, inclusive
     */
    record PlausibleAge(String attribute, int min, int max) implements ValueTest {
        @Override
        public Optional<String> reason(JudgedRecord record) {
            LocalDate earliest = record.today().minusYears(max + 1L);
            LocalDate latest = record.today().minusYears(min);
            return RuleTest.failed(
                    record.dates(attribute).stream().anyMatch(date -> !date.isAfter(earliest) || date.isAfter(latest)),
                    "makes an age that is not " + min + " to " + max + " years");
        }
    }

    /** One of some values, in any case. */
    record OneOf(String attribute, List<String> values) implements ValueTest {
        @Override
        public Optional<String> reason(JudgedRecord record) {
            return RuleTest.failed(
                    !record.raw().all(attribute).stream()
                            .allMatch(value -> values.stream().anyMatch(value::equalsIgnoreCase)),
                    "is none of the values " + values);
        }
    }

    /** The whole value matches. */
    record Matches(String attribute, Pattern pattern) implements ValueTest {
        @Override
        public Optional<String> reason(JudgedRecord record) {
            try {
                boolean all = record.raw().all(attribute).stream()
                        .allMatch(
                                value -> pattern.matcher(new BoundedText(value)).matches());
                return RuleTest.failed(!all, "does not match the pattern of the rule");
            } catch (BoundedText.ExhaustedException e) {
                return Optional.of("cannot be matched in bounded time; simplify the pattern of the rule");
            }
        }
    }

    /** The number of characters. */
    record Length(String attribute, int min, int max) implements ValueTest {
        @Override
        public Optional<String> reason(JudgedRecord record) {
            return record.raw().all(attribute).stream()
                    .map(String::length)
                    .filter(length -> length < min || length > max)
                    .findFirst()
                    .map(length -> "has " + length + " characters, but "
                            + (length > max ? "may have " + max : "must have " + min));
        }
    }

    /** Dates in a range. */
    record DateRange(String attribute, LocalDate from, LocalDate to) implements ValueTest {
        @Override
        public Optional<String> reason(JudgedRecord record) {
            return RuleTest.failed(
                    record.dates(attribute).stream().anyMatch(date -> date.isBefore(from) || date.isAfter(to)),
                    "is not from " + from + " to " + to);
        }
    }

    /** Numbers in a range; what is no number is not in it. */
    record NumberRange(String attribute, Optional<BigDecimal> from, Optional<BigDecimal> to) implements ValueTest {
        @Override
        public Optional<String> reason(JudgedRecord record) {
            return RuleTest.failed(
                    !record.raw().all(attribute).stream().allMatch(this::isIn),
                    "is no number" + from.map(number -> " from " + number).orElse("")
                            + to.map(number -> " to " + number).orElse(""));
        }

        private boolean isIn(String value) {
            return NumberText.number(value)
                    .filter(number -> from.isEmpty() || number.compareTo(from.get()) >= 0)
                    .filter(number -> to.isEmpty() || number.compareTo(to.get()) <= 0)
                    .isPresent();
        }
    }

    /** No other record of the source system has it: a record by itself always passes, an assessment compares the standard values. */
    record Unique(String attribute) implements ValueTest {
        @Override
        public boolean appliesTo(JudgedRecord record) {
            return !record.standard().values().all(attribute).isEmpty();
        }

        @Override
        public Optional<String> reason(JudgedRecord record) {
            return Optional.empty();
        }
    }
}
