package io.goldsmith.bench.accuracy;

import io.goldsmith.bench.accuracy.AccuracyTarget.Measure;
import io.goldsmith.bench.figure.FigureList;
import java.util.Optional;

/**
 * One labelled file under one configuration.
 *
 * @param data the file's name
 * @param configuration {@code own} or {@code suggested}
 * @param target what is wanted
 * @param accuracy what it came to; empty if it could not be matched
 */
record AccuracyRow(String data, String configuration, AccuracyTarget target, Optional<Accuracy> accuracy) {

    /** What the clusters are called in figures. */
    static String clusters(String data, String configuration) {
        return data + ", " + configuration + " configuration";
    }

    void addTo(FigureList figures) {
        String clusters = clusters(data, configuration);
        if (accuracy.isEmpty()) {
            figures.failed(clusters);
            return;
        }
        for (Measure measure : Measure.values()) {
            figures.more(
                    AccuracyTarget.name(clusters, measure),
                    measure.of(accuracy.get().evaluation()),
                    "");
        }
        figures.more(clusters + ": pairs compared", accuracy.get().pairs(), "pairs");
        figures.less(clusters + ": seconds", accuracy.get().seconds(), "s");
    }
}
