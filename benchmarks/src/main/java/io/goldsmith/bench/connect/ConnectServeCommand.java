package io.goldsmith.bench.connect;

import io.goldsmith.app.ConsoleServer;
import io.goldsmith.app.HubRuntime;
import io.goldsmith.connect.Connectors;
import io.goldsmith.connect.LoadSummary;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The hub of {@code bench connect} whose changes are timed: loads its systems, says so, and runs its schedules until it is ended. */
@CommandLine.Command(
        name = ConnectServeCommand.NAME,
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "The hub whose changes bench connect times.")
public final class ConnectServeCommand implements Callable<Integer> {

    static final String NAME = "connect-serve";
    static final String READY = "golden records: ";

    @Option(names = "--config", required = true, description = "the hub's folder")
    private Path folder = Path.of("");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        try (HubRuntime runtime = HubRuntime.open(folder, Clock.systemUTC());
                ConsoleServer server = ConsoleServer.start(runtime, 0)) {
            Connectors connectors = runtime.connectors();
            LoadSummary load = connectors.extractAll();
            connectors.startReplicationFromHere();
            connectors.start();
            long golden = runtime.hub().goldenRecords().count();
            spec.commandLine().getOut().println(READY + golden + " at " + server.address());
            spec.commandLine().getOut().flush();
            load.extractions().forEach(report -> spec.commandLine().getErr().println(report));
            new CountDownLatch(1).await();
        }
        return CommandLine.ExitCode.OK;
    }
}
