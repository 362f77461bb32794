package io.goldsmith.bench.match;

import io.goldsmith.bench.figure.BenchException;
import io.goldsmith.bench.figure.FigureList;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the {@link KernelBenchmarks} by JMH, each in one JVM of its own. */
final class Kernels {

    private final boolean quick;

    Kernels(boolean quick) {
        this.quick = quick;
    }

    void measure(FigureList figures) {
        Map<String, Double> perSecond = run();
        pair(figures, perSecond, "Jaro-Winkler", "jaroWinkler", "commons-text", "jaroWinklerOfCommonsText");
        pair(figures, perSecond, "Damerau", "damerau", "a plain matrix", "damerauByMatrix");
        pair(figures, perSecond, "phone numbers", "phones", "libphonenumber", "phonesByLibphonenumber");
        figures.more("kernel: standardise records", perSecond.get("standardise"), "records/s");
    }

    private static void pair(
            FigureList figures,
            Map<String, Double> perSecond,
            String what,
            String ours,
            String reference,
            String theirs) {
        figures.more("kernel: " + what, perSecond.get(ours), "calls/s");
        figures.more("kernel: " + what + " by " + reference, perSecond.get(theirs), "calls/s");
        figures.more(
                "kernel: " + what + ", ratio to " + reference, perSecond.get(ours) / perSecond.get(theirs), "times");
    }

    private Map<String, Double> run() {
        OptionsBuilder options = new OptionsBuilder();
        options.include(KernelBenchmarks.class.getName().replace(".", "\\.") + "\\.")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .forks(1)
                .jvmArgsAppend("-Xmx512m", "-XX:+UseParallelGC", "-Dfile.encoding=UTF-8")
                .warmupIterations(quick ? 1 : 4)
                .warmupTime(TimeValue.milliseconds(quick ? 250 : 500))
                .measurementIterations(quick ? 2 : 5)
                .measurementTime(TimeValue.milliseconds(quick ? 250 : 500));
        Map<String, Double> perSecond = new HashMap<>();
        try {
            for (RunResult result : new Runner(options.build()).run()) {
                Result<?> score = result.getPrimaryResult();
                perSecond.put(score.getLabel(), score.getScore());
            }
        } catch (RunnerException e) {
            throw new BenchException(
                    "The kernels were not measured: " + e.getMessage()
                            + " Check that no other JMH run is under way, and that a JVM of 512 MiB can be started.",
                    e);
        }
        return perSecond;
    }
}
