package io.goldsmith.connect.mapping;

import java.util.regex.Pattern;

/** What the name of a column says. */
public final class Columns {

    private static final Pattern ELEMENTS = Pattern.compile("/.*/\\*(/.*)?|/\\*(/.*)?");

    private Columns() {}

    /** Whether it is a mark of a message, such as {@code @key}: something known of it beside its content. */
    public static boolean isMark(String column) {
        return column.startsWith("@");
    }

    /** Whether it is a JSON pointer to every element of an array: one with a step {@code *}. */
    public static boolean isOfElements(String column) {
        return column.startsWith("/") && ELEMENTS.matcher(column).matches();
    }
}
