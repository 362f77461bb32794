package io.goldsmith.matching.report;

import java.util.Locale;

/** Text for the page: everything that comes from outside goes through {@link #escaped}. */
final class Html {

    private static final double HALF_A_TENTH = 0.05;

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

    /** A share as a percentage with as many decimals as it takes to tell it from none and from all. */
    static String percent(double share) {
        double percent = 100 * share;
        double rest = Math.min(percent, 100 - percent);
        if (percent == 0 || percent == 100) {
            return format("%.0f %%", percent);
        }
        if (rest >= 1) {
            return format("%.1f %%", percent);
        }
        if (rest >= 0.01) {
            return format("%.2f %%", percent);
        }
        return rest >= 0.0001 ? format("%.4f %%", percent) : percent < 1 ? "&lt; 0.0001 %" : "&gt; 99.9999 %";
    }

    /** A weight with its sign, in bits. */
    static String bits(double bits) {
        return Math.abs(bits) < HALF_A_TENTH ? "0.0" : signed(format("%+.1f", bits));
    }

    /** A number with a minus sign in place of the hyphen that programs write. */
    static String signed(String number) {
        return number.replace('-', '\u2212');
    }

    /** A section of the page with a heading and a sentence that says how to read it. */
    static String section(String id, String title, String explanation, String content) {
        return "<section id=\"" + id + "\"><h2>" + title + "</h2><p class=\"hint\">" + explanation + "</p>" + content
                + "</section>";
    }

    /** A cell of a table with a number. */
    static String numberCell(String number) {
        return "<td class=\"n\">" + number + "</td>";
    }

    /** A horizontal bar, from 0 to 1 of its track. */
    static String bar(String kind, double from, double to) {
        if (to <= from) {
            return "<span class=\"track\"></span>";
        }
        return format(
                "<span class=\"track\"><span class=\"bar %s\" style=\"left:%.2f%%;width:%.2f%%\"></span></span>",
                kind, 100 * from, 100 * Math.max(0, to - from));
    }
}
