package io.goldsmith.samples.demo;

import java.util.List;
import java.util.Locale;

/** Lays the stages out as text, numbers aligned. */
final class StageTable {

    private static final String HEAD = "%-28s %12s %12s %10s %9s %12s%n";
    private static final String LINE = "%-28s %,12d %,12d %,10d %9.2f %,12.0f%n";

    private StageTable() {}

    static String of(List<Stage> stages) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, HEAD, "stage", "in", "out", "rejected", "seconds", "records/s"));
        for (Stage stage : stages) {
            text.append(String.format(
                    Locale.ROOT,
                    LINE,
                    stage.name(),
                    stage.in(),
                    stage.out(),
                    stage.rejected(),
                    stage.seconds(),
                    stage.rate()));
        }
        return text.toString();
    }
}
