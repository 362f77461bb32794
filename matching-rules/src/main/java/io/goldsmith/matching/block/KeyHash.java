package io.goldsmith.matching.block;

/** 64 bit hashes of key parts, the same on every machine and in every run. Never 0, which means no key. */
final class KeyHash {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private KeyHash() {}

    /** The hash of a text. */
    static long of(CharSequence text) {
        long hash = OFFSET;
        for (int position = 0; position < text.length(); position++) {
            hash = (hash ^ text.charAt(position)) * PRIME;
        }
        return mixed(hash);
    }

    /** The hash of two hashes in this order. */
    static long combined(long first, long second) {
        return mixed(first * 31 + Long.rotateLeft(second, 17));
    }

    /** Spreads a hash over all 64 bits: the finaliser of MurmurHash3 (Appleby, 2011). */
    static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        mixed ^= mixed >>> 33;
        return mixed == 0 ? 1 : mixed;
    }
}
