package io.goldsmith.dmp.anonymise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds columns whose values have the shape of something that names a person: a safety net below the declared kinds,
 * for a code attribute that somebody filled with keys or addresses.
 */
final class ForbiddenValues {

    private static final Map<String, Pattern> SHAPES = shapes();

    private final List<String> names;

    ForbiddenValues(List<String> names) {
        this.names = names;
    }

    List<String> reasons(List<ProjectionRow> rows) {
        List<String> reasons = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            Set<String> distinct = new HashSet<>();
            for (ProjectionRow row : rows) {
                distinct.add(row.values().get(column));
            }
            String name = names.get(column);
            SHAPES.forEach((shape, pattern) -> {
                long found = distinct.stream()
                        .filter(value -> pattern.matcher(value).find())
                        .count();
                if (found > 0) {
                    reasons.add("column " + name + " has " + found + " values of the shape of " + shape
                            + "; take it out of dmp.projection or generalise it");
                }
            });
        }
        return reasons;
    }

    private static Map<String, Pattern> shapes() {
        Map<String, Pattern> shapes = new LinkedHashMap<>();
        shapes.put("an e-mail address", Pattern.compile("\\S@\\S+\\.\\S"));
        shapes.put("a date", Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{2}/\\d{2}/\\d{4}\\b"));
        shapes.put("a phone, company or bank number", Pattern.compile("(?:\\d[ .]?){9,}"));
        shapes.put(
                "a key or hash",
                Pattern.compile("\\b(?=[A-Za-z0-9_]*\\d)[A-Za-z0-9_]{20,}\\b|\\p{XDigit}{8}-\\p{XDigit}{4}-"));
        return shapes;
    }
}
