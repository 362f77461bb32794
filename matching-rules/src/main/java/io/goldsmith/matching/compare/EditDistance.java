package io.goldsmith.matching.compare;

/** Whether two texts are few edits apart: Levenshtein's insertions, deletions and substitutions, or with exchanges of neighbours too. */
public enum EditDistance {
    /** Insertions, deletions and substitutions. */
    LEVENSHTEIN(false),
    /** Optimal string alignment: an exchange of neighbours is one edit as well, and what was exchanged is not edited again. */
    DAMERAU(true);

    private final boolean exchanges;

    EditDistance(boolean exchanges) {
        this.exchanges = exchanges;
    }

    /** The distance of two texts, or {@code bound + 1} if it is greater than the bound, which is 0 or more. */
    public int bounded(String one, String other, int bound) {
        return EditBand.distance(one, other, bound, exchanges);
    }

    /** Whether two texts are at most {@code bound} edits apart. */
    boolean within(PackedTexts texts, int one, int other, int bound) {
        int oneLength = texts.length(one);
        int otherLength = texts.length(other);
        if (oneLength == 0 || otherLength == 0) {
            return bounded(texts.text(one), texts.text(other), bound) <= bound;
        }
        return !LetterBound.excludes(texts, one, other, bound) && distance(texts, one, other, bound) <= bound;
    }

    /** The distance of two packed texts, or more than the bound; what they share at both ends is no part of any edit. */
    int distance(PackedTexts texts, int one, int other, int bound) {
        byte[] bytes = texts.bytes();
        int oneStart = texts.start(one);
        int otherStart = texts.start(other);
        int oneEnd = oneStart + texts.length(one);
        int otherEnd = otherStart + texts.length(other);
        int prefix = CommonPrefix.length(texts, one, texts, other);
        oneStart += prefix;
        otherStart += prefix;
        while (oneEnd > oneStart && otherEnd > otherStart && bytes[oneEnd - 1] == bytes[otherEnd - 1]) {
            oneEnd--;
            otherEnd--;
        }
        int oneLength = oneEnd - oneStart;
        int otherLength = otherEnd - otherStart;
        if (oneLength == 0 || otherLength == 0) {
            return oneLength + otherLength;
        }
        if (oneLength == 1 && otherLength == 1) {
            return 1;
        }
        if (bound == 1) {
            boolean exchanged = exchanges
                    && oneLength == 2
                    && otherLength == 2
                    && bytes[oneStart] == bytes[otherStart + 1]
                    && bytes[oneStart + 1] == bytes[otherStart];
            return exchanged ? 1 : 2;
        }
        return oneLength <= otherLength
                ? EditBits.distance(bytes, oneStart, oneLength, bytes, otherStart, otherLength, bound, exchanges)
                : EditBits.distance(bytes, otherStart, otherLength, bytes, oneStart, oneLength, bound, exchanges);
    }
}
