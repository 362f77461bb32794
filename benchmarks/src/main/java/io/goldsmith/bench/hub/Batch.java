package io.goldsmith.bench.hub;

import com.sun.management.OperatingSystemMXBean;
import io.goldsmith.app.cli.ProgressLine;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.resolution.ResolutionSummary;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** A first load: a file of customers is read, landed as three source systems and resolved, to the last search term. */
final class Batch {

    static final String RATE = "batch, records per second";

    private final Hub hub;
    private final Path customers;
    private final KnownRecords known;
    private final ProgressLine progress;

    Batch(Hub hub, Path customers, KnownRecords known, ProgressLine progress) {
        this.hub = hub;
        this.customers = customers;
        this.known = known;
        this.progress = progress;
    }

    /** Loads and tells; answers how many seconds it took from end to end. */
    double measure(HubFigures figures) {
        long start = System.nanoTime();
        long processorStart = processorNanos();
        long landed;
        try (Landing landing = new Landing(hub.intake(), progress)) {
            new CustomerDeliveries(hub.configuration().entityModel()).forEach(customers, version -> {
                known.note(version);
                landing.add(version);
            });
            landed = landing.finish();
        }
        double landing = (System.nanoTime() - start) / 1e9;
        StageTimes stages = new StageTimes(progress);
        ResolutionSummary summary = hub.resolution().resolvePending("first load", stages);
        double seconds = (System.nanoTime() - start) / 1e9;
        figures.more(RATE, landed / seconds, "records/s");
        figures.less("batch, end to end", seconds, "s");
        figures.less("batch, processor time of the hub", (processorNanos() - processorStart) / 1e9, "s");
        figures.less("stage land", landing, "s");
        stages.tell(figures);
        figures.more("records resolved", summary.records(), "records");
        figures.more("golden records", hub.goldenRecords().count(), "records");
        figures.more("pairs compared", summary.pairsCompared(), "pairs");
        return seconds;
    }

    /** Of all threads of this process, compiler and collector included; 0 where the platform does not tell. */
    private static long processorNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
