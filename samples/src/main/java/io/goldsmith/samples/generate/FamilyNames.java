package io.goldsmith.samples.generate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Family names: some five hundred common ones, then a long tail composed of stems and suffixes, skewed as in France. */
final class FamilyNames {

    /** With these the commonest name has about 0.5 per cent of all people, the first hundred about a fifth. */
    private static final double OFFSET = 22;

    private static final double EXPONENT = 0.85;
    private static final double DOUBLE_NAMES = 0.012;

    private final Weighted<String> names;

    FamilyNames() {
        Set<String> all = new LinkedHashSet<>();
        WordLists.lines("family-names.txt").forEach(line -> all.addAll(WordLists.words(line, " ")));
        Map<String, String> parts = WordLists.sections("family-name-parts.txt");
        // By suffix first, so that the tail does not fall off stem by stem.
        for (String suffix : WordLists.words(parts.get("suffixes"), " ")) {
            for (String stem : WordLists.words(parts.get("stems"), " ")) {
                all.add(stem + suffix);
            }
        }
        List<String> ranked = new ArrayList<>(all);
        names = Weighted.zipf(ranked, OFFSET, EXPONENT);
    }

    String pick(Draw draw) {
        String name = names.pick(draw);
        return draw.chance(DOUBLE_NAMES) ? name + "-" + names.pick(draw) : name;
    }

    int size() {
        return names.size();
    }
}
