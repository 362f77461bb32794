package io.goldsmith.bench.accuracy;

import java.util.concurrent.Callable;
import picocli.CommandLine;

@CommandLine.Command(name = "accuracy")
public final class AccuracyBenchCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
