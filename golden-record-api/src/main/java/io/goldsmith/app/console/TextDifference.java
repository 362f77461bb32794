package io.goldsmith.app.console;

import java.util.List;
import java.util.stream.Stream;

/**
 * A text cut where it differs from another, so that a page can mark the difference: the longest common beginning and end are left
 * plain. Cuts fall between code points.
 */
record TextDifference(String before, String different, String after) {

    /** Cuts {@code text} against {@code other}; upper and lower case are the same. */
    static TextDifference of(String text, String other) {
        int[] left = text.codePoints().toArray();
        int[] right = other.codePoints().toArray();
        int shorter = Math.min(left.length, right.length);
        int start = 0;
        while (start < shorter && same(left[start], right[start])) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && same(left[left.length - 1 - end], right[right.length - 1 - end])) {
            end++;
        }
        return new TextDifference(
                new String(left, 0, start),
                new String(left, start, left.length - end - start),
                new String(left, left.length - end, end));
    }

    /** Cuts each text against the one at the same place of the other list, a text without counterpart as a whole. */
    static List<TextDifference> of(List<String> texts, List<String> others) {
        return Stream.iterate(0, i -> i < texts.size(), i -> i + 1)
                .map(i -> others.contains(texts.get(i))
                        ? new TextDifference(texts.get(i), "", "")
                        : of(texts.get(i), i < others.size() ? others.get(i) : ""))
                .toList();
    }

    private static boolean same(int left, int right) {
        return Character.toLowerCase(left) == Character.toLowerCase(right);
    }
}
