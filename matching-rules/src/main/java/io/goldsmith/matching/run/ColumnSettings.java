package io.goldsmith.matching.run;

import io.goldsmith.matching.record.SemanticType;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * How one CSV column becomes values of an attribute.
 *
 * @param attribute the attribute; the column's own name if not given. Several columns may fill one multi-valued attribute
 * @param type what it means; {@code text} if not given
 * @param part which part of its type it holds; empty if the whole
 * @param multiValued whether the attribute may hold several values
 * @param separator what parts the values within one field; empty if a field is one value
 * @param format the pattern of a date, for example {@code dd.MM.yyyy}; empty for the usual ones
 */
public record ColumnSettings(
        String attribute, SemanticType type, String part, boolean multiValued, String separator, String format) {

    public ColumnSettings {
        attribute = attribute == null ? "" : attribute;
        type = type == null ? SemanticType.TEXT : type;
        part = part == null ? "" : part;
        separator = separator == null ? "" : separator;
        format = format == null ? "" : format;
        multiValued = multiValued || !separator.isEmpty();
    }

    /** A column of free text under its own name. */
    static ColumnSettings text() {
        return new ColumnSettings("", SemanticType.TEXT, "", false, "", "");
    }

    /** The attribute that a column of this name fills. */
    String attributeOr(String column) {
        return attribute.isEmpty() ? column : attribute;
    }

    /**
     * The format of its dates, if it has one of its own.
     *
     * @throws IllegalArgumentException if the pattern is none
     */
    Optional<DateTimeFormatter> dateFormat() {
        return format.isEmpty() ? Optional.empty() : Optional.of(DateTimeFormatter.ofPattern(format, Locale.ROOT));
    }

    /** Whether the format is empty or a pattern. */
    boolean hasUsableFormat() {
        try {
            return dateFormat().isEmpty() || !format.isBlank();
        } catch (IllegalArgumentException noPattern) {
            return false;
        }
    }
}
