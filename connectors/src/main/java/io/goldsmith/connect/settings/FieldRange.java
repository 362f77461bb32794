package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a field in a line of fixed width, written {@code 11-40}, or {@code 5} for a single character.
 *
 * @param from the position of its first character, from 1
 * @param to that of its last
 */
public record FieldRange(int from, int to) {

    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,4})(?:-([1-9][0-9]{0,4}))?");

    /**
     * Reads a place.
     *
     * @throws IllegalArgumentException if the text is not two positions, the first of them not after the second
     */
    public static FieldRange parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        int from = written.matches() ? Integer.parseInt(written.group(1)) : 0;
        int to = from > 0 && written.group(2) != null ? Integer.parseInt(written.group(2)) : from;
        if (from == 0 || to < from) {
            throw new IllegalArgumentException(
                    "A field must be its first and its last position such as 11-40, but is '" + text + "'");
        }
        return new FieldRange(from, to);
    }

    /** A single position is a number in YAML. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static FieldRange of(Object written) {
        return parse(String.valueOf(written));
    }

    /** As it is written in the file. */
    @JsonValue
    @Override
    public String toString() {
        return from + "-" + to;
    }
}
