package io.goldsmith.matching.compare;

/**
 * The bit-parallel edit distances of Latin-1 texts of at most 64 characters, a column of the matrix per step: Levenshtein's by G. Myers
 * (1999) as H. Hyyrö restated it, and optimal string alignment, which counts an exchange of neighbours as one edit, by H. Hyyrö (2003).
 */
final class EditBits {

    private static final long[] NONE = new long[0];

    private EditBits() {}

    /**
     * The distance of two texts, neither empty, the first with seven readable bytes behind it; as soon as it is known to be greater than the bound: {@code bound + 1}.
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
        boolean eight = oneLength <= EightBytes.LENGTH;
        long first = EightBytes.at(ones, oneStart);
        long[] masks = eight ? NONE : CharacterMasks.fill(ones, oneStart, oneLength);
        int last = oneLength - 1;
        long exchange = exchanges ? -1L : 0;
        long rises = -1L;
        long falls = 0;
        long level = 0;
        long before = 0;
        int distance = oneLength;
        for (int position = 0; position < otherLength; position++) {
            int character = others[otherStart + position] & 0xFF;
            long equal = eight ? EightBytes.maskOf(first, character) : masks[character];
            long exchanged = ((~level & equal) << 1) & before & exchange;
            level = (((equal & rises) + rises) ^ rises) | equal | falls | exchanged;
            long risesAcross = falls | ~(level | rises);
            long fallsAcross = level & rises;
            distance += (int) (risesAcross >>> last & 1) - (int) (fallsAcross >>> last & 1);
            if (distance - (otherLength - 1 - position) > bound) {
                distance = bound + 1;
                break;
            }
            risesAcross = risesAcross << 1 | 1;
            rises = fallsAcross << 1 | ~(level | risesAcross);
            falls = level & risesAcross;
            before = equal;
        }
        if (!eight) {
            CharacterMasks.clear(masks, ones, oneStart, oneLength);
        }
        return Math.min(distance, bound + 1);
    }
}
