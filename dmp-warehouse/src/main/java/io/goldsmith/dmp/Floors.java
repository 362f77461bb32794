package io.goldsmith.dmp;

import java.util.Arrays;
import java.util.Optional;

/** Which floors the warehouse has: the setting {@code dmp.floors}. */
public enum Floors {
    /** Pseudonymous profiles and the anonymous projection. */
    BOTH("both"),
    /** The anonymous projection alone: no pseudonymous row is ever written. */
    ANONYMOUS("anonymous");

    private final String word;

    Floors(String word) {
        this.word = word;
    }

    /** The word that stands for it in the configuration. */
    public String word() {
        return word;
    }

    static Optional<Floors> of(String word) {
        return Arrays.stream(values())
                .filter(floors -> floors.word.equals(word))
                .findFirst();
    }
}
