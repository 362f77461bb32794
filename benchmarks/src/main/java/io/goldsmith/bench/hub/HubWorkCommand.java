package io.goldsmith.bench.hub;

import io.goldsmith.app.cli.ProgressLine;
import io.goldsmith.bench.customers.Workplace;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.model.HubConfiguration;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The process under measure of {@code bench hub}: a hub that loads customers, is updated and searched, and tells its figures. */
@CommandLine.Command(
        name = HubWorkCommand.NAME,
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "The process that bench hub measures.")
public final class HubWorkCommand implements Callable<Integer> {

    static final String NAME = "hub-work";

    /** Records of the load that are updated and looked for. */
    private static final int KNOWN_RECORDS = 20_000;

    private static final double BYTES_PER_MIB = 1024 * 1024;

    @Option(names = "--config", required = true, description = "the hub's folder")
    private Path folder = Path.of("");

    @Option(names = "--customers", required = true, description = "the flat file of generated customers")
    private Path customers = Path.of("");

    @Option(names = "--warm-up", required = true, description = "how long upserts run before they count")
    private Duration warmUp = Duration.ZERO;

    @Option(names = "--upserting", required = true, description = "how long upserts are counted")
    private Duration upserting = Duration.ZERO;

    @Option(names = "--searches", required = true, description = "how many searches are counted")
    private int searches;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        HubFigures figures = new HubFigures(spec.commandLine().getOut());
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
        try (Hub hub = Hub.open(HubConfiguration.read(folder), Clock.systemUTC())) {
            KnownRecords known = new KnownRecords(KNOWN_RECORDS, Workplace.SEED);
            double seconds = new Batch(hub, customers, known, progress).measure(figures);
            figures.less("peak heap of the batch", peakHeapBytes() / BYTES_PER_MIB, "MiB");
            if (hub.store().isPostgreSql()) {
                progress.announce("Copying the rows of every table by themselves…");
                new BareCopy(hub.store(), folder).measure(seconds, figures);
            }
            progress.announce("Upserting…");
            new Upserts(hub, known, warmUp, upserting).measure(figures);
            progress.announce("Searching…");
            new Searches(hub.goldenRecords(), known, searches).measure(figures);
        }
        return CommandLine.ExitCode.OK;
    }

    private static long peakHeapBytes() {
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
        return pools.stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
