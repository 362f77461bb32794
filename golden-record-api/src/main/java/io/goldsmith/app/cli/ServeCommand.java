package io.goldsmith.app.cli;

import io.goldsmith.app.ConsoleServer;
import io.goldsmith.app.HubRuntime;
import io.goldsmith.connect.Connectors;
import io.goldsmith.connect.LoadSummary;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve --config DIR}: runs a hub with its schedules and its console until it is told to end. */
@CommandLine.Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs a hub: its schedules, its replication and its console, until it is told to end.")
public final class ServeCommand implements Command {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
    private static final int HIGHEST_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HubAccess hub;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "The console's port, 0 for any. Default: console.port, or 8080.")
    private Optional<Integer> port = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        if (port.filter(asked -> asked < 0 || asked > HIGHEST_PORT).isPresent()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--port must be between 0 and " + HIGHEST_PORT + ", but is " + port.get() + ".");
        }
        HubRuntime runtime = HubRuntime.open(hub.folder(), Clock.systemUTC());
        try {
            ConsoleServer server =
                    port.isPresent() ? ConsoleServer.start(runtime, port.get()) : ConsoleServer.start(runtime);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, runtime), "end of serving"));
            PrintWriter out = spec.commandLine().getOut();
            out.println("Goldsmith serves " + server.address());
            out.flush();
            catchUp(runtime.connectors());
            runtime.connectors().start();
        } catch (RuntimeException failure) {
            runtime.close();
            throw failure;
        }
        new CountDownLatch(1).await(); // Ends with the process: SIGTERM and Ctrl-C run the hook above.
        return 0;
    }

    /**
     * Reads what the systems have, once, before the schedules take over. Replication starts behind the first load that reached every system:
     * a hub that has not seen them all would write back what it does not know yet.
     */
    private static void catchUp(Connectors connectors) {
        LoadSummary load = connectors.extractAll();
        if (load.isDone()) {
            connectors.startReplicationFromHere();
            LOG.info("Every system was read; changes are replicated from here on");
        } else {
            LOG.warn(
                    "Not every system could be read; targets that were never replicated to wait until a start of serve reads them all");
        }
    }

    private static void end(ConsoleServer server, HubRuntime runtime) {
        try {
            server.close();
        } finally {
            runtime.close();
        }
    }
}
