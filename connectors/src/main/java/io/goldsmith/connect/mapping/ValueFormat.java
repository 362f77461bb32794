package io.goldsmith.connect.mapping;

import io.goldsmith.connect.settings.AttributeMappingSettings;
import io.goldsmith.connect.settings.UnknownCode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** How one value is written in the source, and how in the attribute. */
sealed interface ValueFormat
        permits ValueFormat.Plain, ValueFormat.Codes, ValueFormat.Dates, InstantFormat, NumberFormat {

    /**
     * The attribute's value for the source's text; empty if the text stands for none.
     *
     * @throws UnmappableException if the row must not be taken with such a text
     */
    Optional<String> read(String column, String text);

    /** The source's text for the attribute's value; empty if the source has none for it, or none that would be read as this value again. */
    Optional<String> write(String value);

    /**
     * The format that the settings describe.
     *
     * @param folder what a file of codes is relative to
     * @throws CodeTableException if the file of codes cannot be read
     * @throws IllegalArgumentException if a pattern is none
     */
    static ValueFormat of(AttributeMappingSettings settings, Path folder) {
        UnknownCode unknown = settings.unknownCode();
        if (!settings.codes().isEmpty()) {
            return new Codes(CodeTable.of(settings.codes()), unknown);
        }
        if (settings.codesFile().isPresent()) {
            return new Codes(CodeTable.read(folder, settings.codesFile().get()), unknown);
        }
        if (settings.words().isPresent()) {
            return new Codes(CodeTable.of(settings.words().get()), unknown);
        }
        if (settings.timestamp().isPresent()) {
            return InstantFormat.of(settings.timestamp().get());
        }
        if (settings.number().isPresent()) {
            return new NumberFormat(
                    settings.number().get().decimal().charAt(0),
                    settings.number().get().thousands().map(text -> text.charAt(0)));
        }
        return settings.format().isEmpty() ? new Plain() : Dates.of(settings.format());
    }

    /** The same in both. */
    record Plain() implements ValueFormat {

        @Override
        public Optional<String> read(String column, String text) {
            return Optional.of(text);
        }

        @Override
        public Optional<String> write(String value) {
            return Optional.of(value);
        }
    }

    /** A code table. */
    record Codes(CodeTable table, UnknownCode unknown) implements ValueFormat {

        @Override
        public Optional<String> read(String column, String text) {
            Optional<String> meaning = table.meaning(text);
            if (meaning.isPresent()) {
                return meaning;
            }
            return switch (unknown) {
                case KEEP -> Optional.of(text);
                case DROP -> Optional.empty();
                case REJECT ->
                    throw new UnmappableException(
                            "column " + column + " must hold one of " + table.shown() + ", but holds another");
            };
        }

        @Override
        public Optional<String> write(String value) {
            boolean isKept = unknown == UnknownCode.KEEP && table.meaning(value).isEmpty();
            return table.code(value).or(() -> isKept ? Optional.of(value) : Optional.empty());
        }
    }

    /**
     * A date in patterns of the source, as an ISO date in the attribute. A text of another form passes as it is: a bad date makes no
     * bad customer, and the standardiser reports it.
     */
    record Dates(List<DateTimeFormatter> formatters) implements ValueFormat {

        static Dates of(List<String> patterns) {
            return new Dates(patterns.stream().map(StrictDates::pattern).toList());
        }

        @Override
        public Optional<String> read(String column, String text) {
            return date(text).map(LocalDate::toString).or(() -> Optional.of(text));
        }

        private Optional<LocalDate> date(String text) {
            for (DateTimeFormatter formatter : formatters) {
                try {
                    return Optional.of(LocalDate.parse(text, formatter));
                } catch (DateTimeException otherForm) {
                    // The next pattern may fit.
                    continue;
                }
            }
            return Optional.empty();
        }

        @Override
        public Optional<String> write(String value) {
            try {
                LocalDate date = LocalDate.parse(value);
                return Optional.of(date.format(formatters.get(0)))
                        .filter(text -> date(text).equals(Optional.of(date)));
            } catch (DateTimeException otherForm) {
                return Optional.empty();
            }
        }
    }
}
