package io.goldsmith.connect.mapping;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * The form of a time that most sources write, {@code 2026-05-17T08:30} with seconds or without, read without a formatter: that of Java costs as much as all else of a row
 * together.
 */
final class PlainTime {

    private static final String FORM = "0000-00-00T00:00:00";
    private static final int WITHOUT_SECONDS = 16;

    private PlainTime() {}

    /**
     * The time that a text says.
     *
     * @return empty if it is of another form, which may be a time all the same
     * @throws DateTimeException if it is of the form and there is no such time
     */
    static Optional<LocalDateTime> read(String text) {
        int length = text.length();
        if (length != FORM.length() && length != WITHOUT_SECONDS || !isOfTheForm(text)) {
            return Optional.empty();
        }
        return Optional.of(LocalDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                length == WITHOUT_SECONDS ? 0 : number(text, 17, 19)));
    }

    private static boolean isOfTheForm(String text) {
        for (int i = 0; i < text.length(); i++) {
            char wanted = FORM.charAt(i);
            char character = text.charAt(i);
            boolean fits = wanted == '0' ? character >= '0' && character <= '9' : character == wanted;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }
}
