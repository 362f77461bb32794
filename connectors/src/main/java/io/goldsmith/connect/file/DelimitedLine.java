package io.goldsmith.connect.file;

import java.util.ArrayList;
import java.util.List;

/** Delimited text as of RFC 4180: fields between separators, in quotes where they hold a separator, a quote or a line end. */
public final class DelimitedLine {

    private DelimitedLine() {}

    /** Whether the text ends inside quotes, and so goes on in the next line. */
    public static boolean isOpen(String text, char separator) {
        if (text.indexOf('"') < 0) {
            return false;
        }
        boolean quoted = false;
        boolean fieldStart = true;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' && (quoted || fieldStart)) {
                quoted = !quoted;
                fieldStart = !quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
            } else {
                fieldStart = !quoted && character == separator;
            }
        }
        return quoted;
    }

    /** The fields of a text whose quotes are closed. */
    public static List<String> fields(String text, char separator) {
        if (text.indexOf('"') < 0) {
            return plain(text, separator);
        }
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (quoted) {
                if (character != '"') {
                    field.append(character);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (character == separator) {
                fields.add(field.toString());
                field.setLength(0);
                wasQuoted = false;
            } else if (character == '"' && field.length() == 0 && !wasQuoted) {
                quoted = true;
                wasQuoted = true;
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static List<String> plain(String text, char separator) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, from)) {
            fields.add(text.substring(from, end));
            from = end + 1;
        }
        fields.add(text.substring(from));
        return fields;
    }

    /** A field as it is written, in quotes where it needs them. */
    public static String quoted(String field, char separator) {
        boolean plain = field.indexOf(separator) < 0
                && field.indexOf('"') < 0
                && field.indexOf('\n') < 0
                && field.indexOf('\r') < 0;
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
