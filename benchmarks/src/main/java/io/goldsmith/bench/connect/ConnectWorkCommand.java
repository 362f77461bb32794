package io.goldsmith.bench.connect;

import io.goldsmith.app.cli.ProgressLine;
import io.goldsmith.bench.figure.BenchException;
import io.goldsmith.bench.hub.HubFigures;
import io.goldsmith.connect.Connectors;
import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.run.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The process under measure of {@code bench connect}: a hub that extracts from one source, and tells its figures. */
@CommandLine.Command(
        name = ConnectWorkCommand.NAME,
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "The process that bench connect measures.")
public final class ConnectWorkCommand implements Callable<Integer> {

    static final String NAME = "connect-work";

    @Option(names = "--config", required = true, description = "the hub's folder")
    private Path folder = Path.of("");

    @Option(names = "--kind", required = true, description = "which connector is extracted")
    private Extracted kind = Extracted.JDBC;

    @Option(names = "--source", required = true, description = "where the source's database is")
    private String source = "";

    @Option(names = "--file", required = true, description = "the file that the inbox has")
    private Path file = Path.of("");

    @Option(names = "--attributes", required = true, split = ",", description = "the attributes of a row")
    private List<String> attributes = List.of();

    @Option(names = "--early", required = true, description = "after how many rows the heap is looked at first")
    private long early;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        HubFigures figures = new HubFigures(spec.commandLine().getOut());
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
        LiveHeap heap = new LiveHeap(progress::report, early);
        try (Hub hub = Hub.open(HubConfiguration.read(folder), Clock.systemUTC())) {
            double seconds = extract(hub, heap, figures);
            double bare = new BareInsert(hub.store(), folder).seconds(reading());
            figures.less("the same read and a bare insert of its rows", bare, "s");
            figures.more(ConnectGoals.RATIO, bare / seconds, "times");
        }
        return CommandLine.ExitCode.OK;
    }

    private double extract(Hub hub, LiveHeap heap, HubFigures figures) {
        try (Connectors connectors = Connectors.open(hub, Clock.systemUTC(), heap)) {
            long start = System.nanoTime();
            ExtractionReport report = connectors.land(kind.connector());
            double seconds = (System.nanoTime() - start) / 1e9;
            if (report.state() != RunState.DONE) {
                throw new BenchException("The extraction failed: " + report.message());
            }
            double end = heap.now();
            figures.more("rows landed", report.counts().landed(), "rows");
            figures.more(ConnectGoals.RATE, report.counts().landed() / seconds, "rows/s");
            figures.less("live heap, a fifth of the way", heap.early(), "MiB");
            figures.less("live heap, at the end", end, "MiB");
            figures.less(ConnectGoals.MEMORY, end / heap.early(), "times");
            return seconds;
        }
    }

    private BareInsert.Reading reading() {
        List<String> columns = Stream.concat(
                        Stream.of(SourceRows.KEY, SourceRows.CHANGED),
                        attributes.stream().map(SourceRows::column))
                .toList();
        return kind == Extracted.JDBC
                ? () -> BareInsert.readTable(source, columns)
                : () -> BareInsert.readFile(landed());
    }

    /** The connector moved it when it was landed. */
    private Path landed() {
        Path done = folder.resolve(ConnectFolder.INBOX).resolve("done").resolve(file.getFileName());
        return Files.exists(done) ? done : file;
    }
}
