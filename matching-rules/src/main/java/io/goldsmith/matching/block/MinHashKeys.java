package io.goldsmith.matching.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Keys for long texts by locality-sensitive hashing: min-wise hashes (Broder, 1997) of the text's runs of three characters, cut in
 * bands (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4). Texts whose sets of runs have the Jaccard similarity
 * {@code s} share a key with the probability {@code 1 - (1 - s^rows)^bands}: 0.5 near {@code s = (1/bands)^(1/rows)}.
 *
 * @param bands how many keys, from 1 to {@link KeyForm#MOST_TEXTS}
 * @param rows how many hashes make a key, from 1 to 9
 */
record MinHashKeys(int bands, int rows) implements KeyForm {

    static final String WORD = "minhash";

    private static final int RUN = 3;

    /** Sets the seeds of the hash functions apart: the golden ratio's increment of SplitMix64 (Steele, Lea, Flood, 2014). */
    private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

    static Optional<MinHashKeys> parse(String argument) {
        if (!argument.matches("[1-9][0-9]?x[1-9]")) {
            return Optional.empty();
        }
        int by = argument.indexOf('x');
        int bands = Integer.parseInt(argument.substring(0, by));
        return bands > MOST_TEXTS
                ? Optional.empty()
                : Optional.of(new MinHashKeys(bands, Integer.parseInt(argument.substring(by + 1))));
    }

    @Override
    public List<String> texts(String value) {
        List<String> runs = QGramKeys.grams(value, RUN);
        if (runs.isEmpty()) {
            return List.of();
        }
        long[] smallest = new long[bands * rows];
        Arrays.fill(smallest, Long.MAX_VALUE);
        for (String run : runs) {
            long hash = KeyHash.of(run);
            for (int function = 0; function < smallest.length; function++) {
                smallest[function] = Math.min(smallest[function], KeyHash.mixed(hash ^ (SEED_STEP * (function + 1))));
            }
        }
        List<String> keys = new ArrayList<>(bands);
        for (int band = 0; band < bands; band++) {
            long key = band + 1;
            for (int row = 0; row < rows; row++) {
                key = KeyHash.combined(key, smallest[band * rows + row]);
            }
            keys.add("band " + (band + 1) + " " + Long.toHexString(key));
        }
        return keys;
    }
}
