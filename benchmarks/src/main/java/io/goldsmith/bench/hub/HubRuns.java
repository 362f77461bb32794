package io.goldsmith.bench.hub;

import io.goldsmith.app.cli.ProgressLine;
import io.goldsmith.bench.customers.CustomerFolder;
import io.goldsmith.bench.customers.Workplace;
import io.goldsmith.bench.figure.FigureList;
import io.goldsmith.bench.process.GoldsmithProcess;
import io.goldsmith.bench.process.ProcessFailedException;
import io.goldsmith.bench.process.ProcessRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Measures hubs, each on a new database and in a process of its own. */
final class HubRuns {

    static final String HEAP = "heap";

    private static final double BYTES_PER_MIB = 1024 * 1024;

    private final Workplace workplace;
    private final HubScale scale;
    private final ProgressLine progress;
    private final FigureList figures;

    HubRuns(Workplace workplace, HubScale scale, ProgressLine progress, FigureList figures) {
        this.workplace = workplace;
        this.scale = scale;
        this.progress = progress;
        this.figures = figures;
    }

    /** Loads so many records into a hub on a new database, updates and searches it. */
    void measure(HubDatabase database, long records) {
        progress.announce(String.format(Locale.ROOT, "Generating %,d records, unless they are there…", records));
        CustomerFolder customers = workplace.customers(records);
        progress.announce(String.format(Locale.ROOT, "A hub of %,d records on %s…", records, database.word()));
        Path folder = workplace.file(database.name().toLowerCase(Locale.ROOT) + records);
        try {
            ProcessRun run = database == HubDatabase.H2 ? onH2(folder, customers) : onPostgreSql(folder, customers);
            HubFigures.read(run.output(), HubGoals.name(database, records, ""), figures);
            figures.less(HubGoals.name(database, records, HEAP), HubGoals.HEAP_GIB, "GiB");
            run.peakBytes()
                    .ifPresent(peak ->
                            figures.less(HubGoals.name(database, records, "peak memory"), peak / BYTES_PER_MIB, "MiB"));
        } catch (ProcessFailedException failure) {
            progress.announce(failure.getMessage());
            figures.failed(HubGoals.name(database, records, ""));
        }
    }

    private ProcessRun onPostgreSql(Path folder, CustomerFolder customers) {
        try (PostgreSqlServer server = PostgreSqlServer.start(folder.resolve("postgresql"))) {
            HubFolder.write(folder, server.url(), PostgreSqlServer.USER, PostgreSqlServer.USER);
            return run(folder, customers);
        }
    }

    private ProcessRun onH2(Path folder, CustomerFolder customers) {
        HubFolder.write(folder, "jdbc:h2:file:./data/hub", "goldsmith", "goldsmith");
        return run(folder, customers);
    }

    private ProcessRun run(Path folder, CustomerFolder customers) {
        return new GoldsmithProcess(HubGoals.HEAP_GIB + "g")
                .run(List.of(
                        "bench",
                        HubWorkCommand.NAME,
                        "--config",
                        folder.toString(),
                        "--customers",
                        customers.customers().toString(),
                        "--warm-up",
                        scale.warmUp().toString(),
                        "--upserting",
                        scale.upserting().toString(),
                        "--searches",
                        Integer.toString(scale.searches())));
    }
}
