package io.goldsmith.matching.compare;

/**
 * The bit-parallel edit distances of Latin-1 texts of at most 64 characters, a column of the matrix per step: Levenshtein's by G. Myers
 * (1999) as H. Hyyrö restated it, and optimal string alignment, which counts an exchange of neighbours as one edit, by H. Hyyrö (2003).
 */
final class EditBits {

    private EditBits() {}

    /**
     * The distance of two texts, neither empty, as soon as it is known to be greater than the bound: {@code bound + 1}.
     *
     * @param exchanges whether an exchange of two neighbours is one edit
     */
    static int distance(
            byte[] ones,
            int oneStart,
            int oneLength,
            byte[] others,
            int otherStart,
            int otherLength,
            int bound,
            boolean exchanges) {
        long[] masks = CharacterMasks.fill(ones, oneStart, oneLength);
        long last = 1L << (oneLength - 1);
        long exchange = exchanges ? -1L : 0;
        long rises = -1L;
        long falls = 0;
        long level = 0;
        long before = 0;
        int distance = oneLength;
        for (int position = 0; position < otherLength; position++) {
            long equal = masks[others[otherStart + position] & 0xFF];
            long exchanged = ((~level & equal) << 1) & before & exchange;
            level = (((equal & rises) + rises) ^ rises) | equal | falls | exchanged;
            long risesAcross = falls | ~(level | rises);
            long fallsAcross = level & rises;
            distance += (risesAcross & last) == 0 ? 0 : 1;
            distance -= (fallsAcross & last) == 0 ? 0 : 1;
            if (distance - (otherLength - 1 - position) > bound) {
                distance = bound + 1;
                break;
            }
            risesAcross = risesAcross << 1 | 1;
            rises = fallsAcross << 1 | ~(level | risesAcross);
            falls = level & risesAcross;
            before = equal;
        }
        CharacterMasks.clear(masks, ones, oneStart, oneLength);
        return Math.min(distance, bound + 1);
    }
}
