package io.goldsmith.mdm.resolution;

/**
 * One row of a table that follows wholly from its owner: a blocking key of a record, a search term of a golden record, the change event
 * of a version.
 *
 * @param owner the record or golden record
 * @param number the key's rule, the event's version; 0 for a term
 * @param value the key's value; 0 otherwise
 * @param text the term; empty otherwise
 */
record Item(long owner, int number, long value, String text) {

    /** Sixty-four well mixed bits of it: sums of them tell two sets apart. */
    long digest() {
        long digest = mix(owner) + number;
        digest = mix(digest) ^ value;
        digest = mix(digest);
        for (int position = 0; position < text.length(); position++) {
            digest = mix(digest + text.charAt(position));
        }
        return digest;
    }

    /** The finaliser of SplitMix64. */
    static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
