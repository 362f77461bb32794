package io.goldsmith.samples.generate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Given names by sex and decade of birth, skewed, and the nicknames of some. */
final class GivenNames {

    private static final int FIRST_DECADE = 1930;
    private static final int LAST_DECADE = 2000;

    private final Map<String, Weighted<String>> bySexAndDecade = new HashMap<>();
    private final Map<String, List<String>> nicknames = new HashMap<>();

    GivenNames() {
        WordLists.sections("given-names.txt")
                .forEach((key, names) -> bySexAndDecade.put(key, Weighted.zipf(WordLists.words(names, " "), 4, 0.9)));
        WordLists.sections("nicknames.txt")
                .forEach((name, short_) -> nicknames.put(name, WordLists.words(short_, " ")));
    }

    String pick(Sex sex, int birthYear, Draw draw) {
        // Fashions do not turn at the decade: a few years either way.
        int year = birthYear + draw.between(-4, 4);
        int decade = Math.max(FIRST_DECADE, Math.min(LAST_DECADE, year / 10 * 10));
        return bySexAndDecade.get((sex == Sex.FEMALE ? "F " : "M ") + decade).pick(draw);
    }

    Optional<String> nickname(String givenName, Draw draw) {
        return Optional.ofNullable(nicknames.get(givenName)).map(draw::pick);
    }
}
