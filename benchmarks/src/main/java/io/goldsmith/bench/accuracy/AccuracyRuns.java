package io.goldsmith.bench.accuracy;

import io.goldsmith.app.cli.ProgressLine;
import io.goldsmith.bench.customers.LabelledMatch;
import io.goldsmith.bench.customers.Workplace;
import io.goldsmith.bench.figure.BenchException;
import io.goldsmith.bench.process.GoldsmithProcess;
import io.goldsmith.matching.MatchingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Matches labelled files, each under the configuration made for it and under the one that {@code match suggest} writes. */
final class AccuracyRuns {

    private static final String HEAP = "2g";

    private final Workplace workplace;
    private final ProgressLine progress;

    AccuracyRuns(Workplace workplace, ProgressLine progress) {
        this.workplace = workplace;
        this.progress = progress;
    }

    AccuracyRow own(LabelledData data) {
        progress.announce("Matching " + data.name() + " with " + data.configuration() + "…");
        return run(data, LabelledData.OWN, data.own());
    }

    AccuracyRow suggested(LabelledData data) {
        progress.announce("Matching " + data.name() + " with a suggested configuration…");
        return run(data, LabelledData.SUGGESTED, data.suggested());
    }

    /** A failure of one file is told and counts as a target that is not met; the others are still measured. */
    private AccuracyRow run(LabelledData data, String configuration, AccuracyTarget target) {
        Optional<Accuracy> accuracy = Optional.empty();
        try {
            Path settings = configuration.equals(LabelledData.OWN)
                    ? workplace.configuration(data.configuration())
                    : suggest(data);
            accuracy = Optional.of(Accuracy.of(LabelledMatch.run(data.file(), data.labels(), settings, data.mode())));
        } catch (BenchException | MatchingException failure) {
            progress.announce(failure.getMessage());
        }
        return new AccuracyRow(data.name(), configuration, target, accuracy);
    }

    private Path suggest(LabelledData data) {
        Path written = workplace.file("suggested-" + data.name() + ".yaml");
        new GoldsmithProcess(HEAP)
                .run(List.of("match", "suggest", data.file().toString(), "--out", written.toString()));
        return written;
    }
}
