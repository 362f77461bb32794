package io.goldsmith.matching.report;

import java.util.Locale;

/** Text for the page: everything that comes from outside goes through {@link #escaped}. */
final class Html {

    private Html() {}

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int position = 0; position < text.length(); position++) {
            char c = text.charAt(position);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
