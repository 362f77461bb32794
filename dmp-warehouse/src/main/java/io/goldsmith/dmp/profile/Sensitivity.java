package io.goldsmith.dmp.profile;

import io.goldsmith.dmp.DmpException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How much an attribute of the model tells of a person: decides whether it may come into a profile. */
public enum Sensitivity {
    NONE("none"),
    /** Names a person by itself: never leaves the hub for the DMP. */
    DIRECT_IDENTIFIER("direct-identifier"),
    /** Singles a person out together with others: generalised in the projection. */
    QUASI_IDENTIFIER("quasi-identifier"),
    /** What nobody must learn of a person. */
    SENSITIVE("sensitive");

    private final String word;

    Sensitivity(String word) {
        this.word = word;
    }

    /** The word that stands for it in the configuration. */
    public String word() {
        return word;
    }

    /** @throws DmpException when no sensitivity has that word */
    public static Sensitivity of(String word) {
        return Arrays.stream(values())
                .filter(sensitivity -> sensitivity.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new DmpException("A sensitivity must be one of "
                        + Arrays.stream(values()).map(Sensitivity::word).collect(Collectors.joining(", "))
                        + ", but is '" + word + "'"));
    }
}
