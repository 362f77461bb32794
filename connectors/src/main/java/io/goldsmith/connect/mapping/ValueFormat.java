package io.goldsmith.connect.mapping;

import io.goldsmith.connect.settings.AttributeMappingSettings;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How one value is written in the source, and how in the attribute. */
sealed interface ValueFormat {

    /** The attribute's value for the source's text. */
    String read(String column, String text);

    /** The source's text for the attribute's value; empty if the source has none for it. */
    Optional<String> write(String value);

    static ValueFormat of(AttributeMappingSettings settings) {
        if (!settings.codes().isEmpty()) {
            return Codes.of(settings.codes());
        }
        return settings.format().<ValueFormat>map(Dates::of).orElse(new Plain());
    }

    /** The same in both. */
    record Plain() implements ValueFormat {

        @Override
        public String read(String column, String text) {
            return text;
        }

        @Override
        public Optional<String> write(String value) {
            return Optional.of(value);
        }
    }

    /** A code table; backwards the first code of a meaning counts. */
    record Codes(Map<String, String> meanings, Map<String, String> codes) implements ValueFormat {

        static Codes of(Map<String, String> meanings) {
            Map<String, String> codes = new LinkedHashMap<>();
            meanings.forEach((code, meaning) -> codes.putIfAbsent(meaning, code));
            return new Codes(meanings, codes);
        }

        @Override
        public String read(String column, String text) {
            String meaning = meanings.get(text);
            if (meaning == null) {
                throw new UnmappableException("column " + column + " must hold one of the codes "
                        + String.join(", ", meanings.keySet()) + ", but holds another");
            }
            return meaning;
        }

        @Override
        public Optional<String> write(String value) {
            return Optional.ofNullable(codes.get(value));
        }
    }

    /**
     * A date in a pattern of the source, as an ISO date in the attribute. A text of another form passes as it is: a bad date makes no bad customer, and
     * the standardiser reports it.
     */
    record Dates(DateTimeFormatter formatter) implements ValueFormat {

        static Dates of(String pattern) {
            return new Dates(StrictDates.pattern(pattern));
        }

        @Override
        public String read(String column, String text) {
            try {
                return LocalDate.parse(text, formatter).toString();
            } catch (DateTimeException otherForm) {
                return text;
            }
        }

        @Override
        public Optional<String> write(String value) {
            try {
                return Optional.of(LocalDate.parse(value).format(formatter));
            } catch (DateTimeException otherForm) {
                return Optional.empty();
            }
        }
    }
}
