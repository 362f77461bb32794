package io.goldsmith.bench.match;

import io.goldsmith.app.cli.ProgressLine;
import io.goldsmith.bench.customers.CustomerFolder;
import io.goldsmith.bench.customers.Workplace;
import io.goldsmith.bench.figure.FigureList;
import io.goldsmith.bench.process.GoldsmithProcess;
import io.goldsmith.bench.process.MatchOutput;
import io.goldsmith.bench.process.ProcessFailedException;
import io.goldsmith.bench.process.ProcessRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Measures the command {@code match} from the start of its process to its end, clusters written. */
final class WholeRuns {

    private static final int HEAP_GIB = 2;
    private static final int HEAP_OF_HUGE_GIB = 10;
    private static final double BYTES_PER_MIB = 1024 * 1024;

    private final Workplace workplace;
    private final ProgressLine progress;

    WholeRuns(Workplace workplace, ProgressLine progress) {
        this.workplace = workplace;
        this.progress = progress;
    }

    /** The name of a figure of so many records. */
    static String name(long records, String what) {
        return String.format(Locale.ROOT, "match %,d: %s", records, what);
    }

    /** The name of the figure that tells how time grows. */
    static String growth(MatchScale scale) {
        return name(scale.large(), String.format(Locale.ROOT, "seconds, ratio to %,d", scale.small()));
    }

    void measure(MatchScale scale, FigureList figures) {
        Optional<ProcessRun> small = measure(scale.small(), HEAP_GIB, 1, figures);
        Optional<ProcessRun> large = measure(scale.large(), HEAP_GIB, scale.runs(), figures);
        if (small.isPresent() && large.isPresent()) {
            figures.less(growth(scale), large.get().seconds() / small.get().seconds(), "times");
        } else {
            figures.failed(growth(scale));
        }
        scale.huge().ifPresent(records -> measure(records, HEAP_OF_HUGE_GIB, 1, figures));
    }

    /** Matches so many records some times; answers the run of median time, or nothing if one failed. */
    private Optional<ProcessRun> measure(long records, int heapGib, int times, FigureList figures) {
        progress.announce(String.format(Locale.ROOT, "Generating %,d records, unless they are there…", records));
        CustomerFolder customers = workplace.customers(records);
        List<ProcessRun> runs = new ArrayList<>();
        try {
            for (int run = 1; run <= times; run++) {
                progress.announce(String.format(Locale.ROOT, "Matching %,d records, %d of %d…", records, run, times));
                runs.add(run(customers, heapGib));
            }
        } catch (ProcessFailedException failure) {
            progress.announce(failure.getMessage());
            figures.failed(name(records, ""));
            return Optional.empty();
        }
        runs.sort(Comparator.comparingDouble(ProcessRun::seconds));
        ProcessRun median = runs.get(runs.size() / 2);
        figures.less(name(records, "whole process"), median.seconds(), "s");
        if (times > 1) {
            figures.less(name(records, "whole process, fastest"), runs.get(0).seconds(), "s");
            figures.less(
                    name(records, "whole process, slowest"), runs.get(times - 1).seconds(), "s");
        }
        figures.less(name(records, "heap"), heapGib, "GiB");
        add(records, median, figures);
        return Optional.of(median);
    }

    private ProcessRun run(CustomerFolder customers, int heapGib) {
        return new GoldsmithProcess(heapGib + "g")
                .run(List.of(
                        "match",
                        customers.customers().toString(),
                        "--config",
                        workplace.configuration("customers.yaml").toString(),
                        "--clusters",
                        workplace.file("clusters.csv").toString()));
    }

    private static void add(long records, ProcessRun run, FigureList figures) {
        if (run.peakBytes().isPresent()) {
            figures.less(name(records, "peak memory"), run.peakBytes().getAsLong() / BYTES_PER_MIB, "MiB");
        }
        MatchOutput output = MatchOutput.parse(run.output());
        output.stageSeconds().forEach((stage, seconds) -> figures.less(name(records, "stage " + stage), seconds, "s"));
        figures.more(name(records, "records per second"), records / run.seconds(), "records/s");
        figures.more(name(records, "pairs compared"), output.pairs(), "pairs");
        figures.more(name(records, "pairs per record"), output.pairsPerRecord(), "pairs");
        double scoring = output.stageSeconds().getOrDefault("score", 0.0);
        if (scoring > 0) {
            figures.more(name(records, "pairs per second of scoring"), output.pairs() / scoring, "pairs/s");
        }
    }
}
