package io.goldsmith.connect.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Splits one column into several values. */
final class Splitting {

    private Splitting() {}

    /** The distinct parts between separators, trimmed, empty ones left out. */
    static List<String> on(String separator, String text) {
        if (!text.contains(separator)) {
            String only = text.trim();
            return only.isEmpty() ? List.of() : List.of(only);
        }
        return Arrays.stream(text.split(Pattern.quote(separator)))
                .map(String::trim)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }
}
