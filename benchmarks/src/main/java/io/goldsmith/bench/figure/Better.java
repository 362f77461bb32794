package io.goldsmith.bench.figure;

import java.util.Locale;

/** Which way a figure improves. */
public enum Better {
    /** More is better; a target is the least that is wanted. */
    HIGHER("≥"),
    /** Less is better; a target is the most that is allowed. */
    LOWER("≤");

    private final String sign;

    Better(String sign) {
        this.sign = sign;
    }

    /** The word in the JSON file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What stands before a target. */
    String sign() {
        return sign;
    }

    /** Whether a value is at least as good as a target. */
    boolean isMet(double value, double target) {
        return this == HIGHER ? value >= target : value <= target;
    }
}
