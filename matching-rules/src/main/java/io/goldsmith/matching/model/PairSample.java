package io.goldsmith.matching.model;

import io.goldsmith.matching.record.RecordId;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/**
 * The pairs of rows whose hash is smallest, at most twice as many as wanted: which pairs they are depends on the record ids and the seed
 * alone, whatever the order in which they are offered. Not thread-safe.
 */
final class PairSample {

    private final long[] rowHashes;
    private final int wanted;
    private final LongArrayList hashes = new LongArrayList();
    private final LongArrayList pairs = new LongArrayList();
    private int shift;

    /**
     * @param rowHashes a hash of every row's record id
     * @param wanted about how many pairs to keep, at least 1
     * @param shift how many halvings of all pairs to begin with, from 0 to 63
     */
    PairSample(long[] rowHashes, int wanted, int shift) {
        this.rowHashes = rowHashes;
        this.wanted = wanted;
        this.shift = shift;
    }

    /** Whether a pair, the smaller row first, would be kept. */
    boolean isWanted(int left, int right) {
        return isKept(hash(left, right));
    }

    private long hash(int left, int right) {
        return RecordId.mixed(rowHashes[left] * 31 + rowHashes[right]);
    }

    /** Offers one pair, the smaller row first. */
    void offer(int left, int right) {
        long hash = hash(left, right);
        if (isKept(hash)) {
            hashes.add(hash);
            pairs.add((long) left << 32 | right);
            if (pairs.size() > 2 * wanted) {
                narrow();
            }
        }
    }

    /** Takes in another thread's sample of the same rows. */
    void offerAll(PairSample other) {
        while (shift < other.shift) {
            narrow();
        }
        for (int pair = 0; pair < other.pairs.size(); pair++) {
            if (isKept(other.hashes.getLong(pair))) {
                hashes.add(other.hashes.getLong(pair));
                pairs.add(other.pairs.getLong(pair));
            }
        }
        while (pairs.size() > 2 * wanted) {
            narrow();
        }
    }

    private boolean isKept(long hash) {
        return shift == 0 || hash >>> (Long.SIZE - shift) == 0;
    }

    private void narrow() {
        shift++;
        int kept = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (isKept(hashes.getLong(pair))) {
                hashes.set(kept, hashes.getLong(pair));
                pairs.set(kept, pairs.getLong(pair));
                kept++;
            }
        }
        hashes.size(kept);
        pairs.size(kept);
    }

    int size() {
        return pairs.size();
    }

    int left(int pair) {
        return (int) (pairs.getLong(pair) >>> 32);
    }

    int right(int pair) {
        return (int) pairs.getLong(pair);
    }

    /** How many offered pairs each kept one stands for. */
    long weight() {
        return 1L << shift;
    }
}
