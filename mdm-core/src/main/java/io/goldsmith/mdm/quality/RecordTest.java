package io.goldsmith.mdm.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Tests of several attributes of one record. */
sealed interface RecordTest extends RuleTest {

    /** One of the attributes has a value. */
    record AtLeastOne(List<String> attributes) implements RecordTest {
        @Override
        public boolean appliesTo(JudgedRecord record) {
            return true;
        }

        @Override
        public Optional<String> reason(JudgedRecord record) {
            boolean none = attributes.stream()
                    .allMatch(attribute -> record.raw().all(attribute).isEmpty());
            return RuleTest.failed(none, "and the others of " + attributes + " have no value, but one must");
        }
    }

    /** No date of the attribute is before one of the other. */
    record NotBefore(String attribute, String other) implements RecordTest {
        @Override
        public List<String> attributes() {
            return List.of(attribute, other);
        }

        @Override
        public boolean appliesTo(JudgedRecord record) {
            return !record.dates(attribute).isEmpty() && !record.dates(other).isEmpty();
        }

        @Override
        public Optional<String> reason(JudgedRecord record) {
            List<LocalDate> others = record.dates(other);
            boolean before = record.dates(attribute).stream()
                    .anyMatch(date -> others.stream().anyMatch(date::isBefore));
            return RuleTest.failed(before, "is before " + other);
        }
    }

    /** The values stand together in a reference list. */
    record InReference(ReferenceList list) implements RecordTest {
        @Override
        public List<String> attributes() {
            return list.attributes();
        }

        @Override
        public boolean appliesTo(JudgedRecord record) {
            return list.attributes().stream()
                    .noneMatch(attribute ->
                            record.standard().values().all(attribute).isEmpty());
        }

        @Override
        public Optional<String> reason(JudgedRecord record) {
            return RuleTest.failed(
                    appliesTo(record) && !list.contains(record.standard().values()),
                    "is not in " + list.name() + " with " + list.attributes());
        }
    }
}
