package io.goldsmith.bench.accuracy;

import io.goldsmith.bench.accuracy.AccuracyTarget.Measure;
import io.goldsmith.bench.customers.CustomerFolder;
import io.goldsmith.matching.block.PairMode;
import java.nio.file.Path;
import java.util.List;

/**
 * A file whose truth is known.
 *
 * @param name what it is called in the table
 * @param file what is matched
 * @param labels the truth; may be the same file
 * @param mode which pairs are looked at
 * @param configuration the configuration of the samples that is made for it
 * @param own what is wanted under that configuration
 * @param suggested what is wanted under the configuration that {@code match suggest} writes
 */
record LabelledData(
        String name,
        Path file,
        Path labels,
        PairMode mode,
        String configuration,
        AccuracyTarget own,
        AccuracyTarget suggested) {

    static final String OWN = "own";
    static final String SUGGESTED = "suggested";

    private static final String HISTORICAL = "historical_50k";
    private static final String LANDSCAPE = "landscape";

    /** The public files of a folder, whether or not they are there. */
    static List<LabelledData> publicFiles(Path folder) {
        AccuracyTarget febrl = AccuracyTarget.f1(0.998);
        AccuracyTarget febrlSuggested = AccuracyTarget.f1(0.99);
        return List.of(
                ofFolder(folder, "febrl1", "febrl.yaml", febrl, febrlSuggested),
                ofFolder(folder, "febrl2", "febrl.yaml", febrl, febrlSuggested),
                ofFolder(folder, "febrl3", "febrl.yaml", febrl, febrlSuggested),
                ofFolder(folder, "fake_1000", "fake.yaml", AccuracyTarget.f1(0.90), AccuracyTarget.f1(0.88)),
                ofFolder(
                        folder,
                        HISTORICAL,
                        "historical.yaml",
                        AccuracyTarget.f1(0.87).and(Measure.B_CUBED, 0.90),
                        AccuracyTarget.f1(0.83).and(Measure.B_CUBED, 0.86)));
    }

    private static LabelledData ofFolder(
            Path folder, String name, String configuration, AccuracyTarget own, AccuracyTarget suggested) {
        Path file = folder.resolve(name + ".csv");
        return new LabelledData(name, file, file, PairMode.DEDUPE, configuration, own, suggested);
    }

    /** The generated landscape. */
    static LabelledData landscape(CustomerFolder customers) {
        return new LabelledData(
                LANDSCAPE,
                customers.customers(),
                customers.truth(),
                PairMode.LINK_AND_DEDUPE,
                "customers.yaml",
                AccuracyTarget.f1(0.97).and(Measure.PRECISION, 0.995),
                AccuracyTarget.f1(0.95));
    }

    /** Whether it comes from outside; generated otherwise. */
    boolean isGiven() {
        return !name.equals(LANDSCAPE);
    }

    /** Whether it is matched within seconds. */
    boolean isSmall() {
        return isGiven() && !name.equals(HISTORICAL);
    }
}
