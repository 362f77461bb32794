package io.goldsmith.samples.generate;

import java.util.List;
import java.util.SplittableRandom;

/** A seeded series of random choices. Two series of the same seed, purpose and index are the same, whatever was drawn elsewhere. */
final class Draw {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private Draw(SplittableRandom random) {
        this.random = random;
    }

    static Draw of(long seed, Purpose purpose, long index) {
        long mixed = mix(seed + GOLDEN_GAMMA * (purpose.ordinal() + 1));
        return new Draw(new SplittableRandom(mix(mixed ^ mix(index + GOLDEN_GAMMA))));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From 0 (included) to {@code bound} (excluded). */
    int below(int bound) {
        return random.nextInt(bound);
    }

    long below(long bound) {
        return random.nextLong(bound);
    }

    /** Both ends included. */
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    /** From 0 (included) to 1 (excluded). */
    double share() {
        return random.nextDouble();
    }

    /** Roughly normal, mean 0, standard deviation 1, between -6 and 6: the sum of twelve uniform numbers. */
    double bell() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
