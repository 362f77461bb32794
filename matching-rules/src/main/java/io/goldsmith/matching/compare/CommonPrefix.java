package io.goldsmith.matching.compare;

import java.util.Arrays;

/** How far two texts agree from their beginning or to their end. */
final class CommonPrefix {

    private CommonPrefix() {}

    /** How many characters two packed texts share from the beginning. */
    static int length(PackedTexts ones, int one, PackedTexts others, int other) {
        int shorter = Math.min(ones.length(one), others.length(other));
        int shared = EightBytes.sharedFirst(ones.firstEight(one), others.firstEight(other));
        if (shared < EightBytes.LENGTH || shorter <= EightBytes.LENGTH) {
            return Math.min(shared, shorter);
        }
        int start = ones.start(one);
        int otherStart = others.start(other);
        int mismatch =
                Arrays.mismatch(ones.bytes(), start, start + shorter, others.bytes(), otherStart, otherStart + shorter);
        return mismatch < 0 ? shorter : mismatch;
    }

    /** How many characters two texts share from the beginning. */
    static int length(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int shared = 0;
        while (shared < shorter && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared;
    }

    /** How many characters two texts share at the end. */
    static int suffix(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int shared = 0;
        while (shared < shorter && one.charAt(one.length() - 1 - shared) == other.charAt(other.length() - 1 - shared)) {
            shared++;
        }
        return shared;
    }
}
