package io.goldsmith.matching.block;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A bounded choice of many texts by their hashes, the smallest ones: two values that share most of their texts share most of those
 * chosen as well (the bottom-k sketch of Broder, "On the resemblance and containment of documents", 1997).
 */
final class SmallestTexts {

    private SmallestTexts() {}

    /** The distinct texts, at most {@code most}. */
    static List<String> of(Collection<String> texts, int most) {
        Set<String> distinct = new HashSet<>(texts);
        return distinct.stream()
                .sorted(Comparator.<String>comparingLong(KeyHash::of).thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }
}
