package io.goldsmith.bench.connect;

import io.goldsmith.app.cli.ProgressLine;
import io.goldsmith.bench.customers.CustomerFolder;
import io.goldsmith.bench.customers.Workplace;
import io.goldsmith.bench.figure.BenchException;
import io.goldsmith.bench.figure.FigureList;
import io.goldsmith.bench.hub.HubFigures;
import io.goldsmith.bench.hub.PostgreSqlServer;
import io.goldsmith.bench.process.GoldsmithProcess;
import io.goldsmith.bench.process.ProcessFailedException;
import io.goldsmith.bench.process.ProcessRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Measures extractions, each into a new hub and in a process of its own; source and hub are two servers on one machine. */
final class ConnectRuns {

    private static final String FILE = "customers.csv";
    private static final double BYTES_PER_MIB = 1024 * 1024;

    private final Workplace workplace;
    private final ConnectScale scale;
    private final ProgressLine progress;
    private final FigureList figures;

    ConnectRuns(Workplace workplace, ConnectScale scale, ProgressLine progress, FigureList figures) {
        this.workplace = workplace;
        this.scale = scale;
        this.progress = progress;
        this.figures = figures;
    }

    /** Lets a hub extract all rows of a source of some kind. */
    void measure(Extracted kind) {
        progress.announce(String.format(Locale.ROOT, "A source of %,d rows, read by %s…", scale.rows(), kind.word()));
        CustomerFolder customers = workplace.customers(scale.customers());
        List<String> attributes = SourceRows.attributes(customers.customers());
        Path folder = workplace.file(kind.connector());
        try (PostgreSqlServer source = PostgreSqlServer.start(folder.resolve("source"));
                PostgreSqlServer hub = PostgreSqlServer.start(folder.resolve("hub"))) {
            ConnectFolder.write(folder, hub.url(), source.url(), attributes);
            Path file = folder.resolve(FILE);
            SourceRows.write(customers.customers(), scale.rows(), file);
            if (kind == Extracted.JDBC) {
                SourceRows.load(file, attributes, source.url(), PostgreSqlServer.USER);
            } else {
                Files.move(file, folder.resolve(ConnectFolder.INBOX).resolve(FILE));
            }
            tell(kind, run(kind, folder, source.url(), file, attributes));
        } catch (ProcessFailedException failure) {
            progress.announce(failure.getMessage());
            figures.failed(ConnectGoals.name(kind, scale.rows(), ""));
        } catch (IOException e) {
            throw new BenchException("The file of the benchmark cannot be put into the hub's inbox.", e);
        }
    }

    private void tell(Extracted kind, ProcessRun run) {
        HubFigures.read(run.output(), ConnectGoals.name(kind, scale.rows(), ""), figures);
        run.peakBytes()
                .ifPresent(peak -> figures.less(
                        ConnectGoals.name(kind, scale.rows(), "peak memory of the process"),
                        peak / BYTES_PER_MIB,
                        "MiB"));
    }

    private ProcessRun run(Extracted kind, Path folder, String source, Path file, List<String> attributes) {
        return new GoldsmithProcess(ConnectGoals.HEAP_MIB + "m")
                .run(List.of(
                        "bench",
                        ConnectWorkCommand.NAME,
                        "--config",
                        folder.toString(),
                        "--kind",
                        kind.name(),
                        "--source",
                        source,
                        "--file",
                        file.toString(),
                        "--attributes",
                        String.join(",", attributes),
                        "--early",
                        Long.toString(scale.early())));
    }
}
