package io.goldsmith.samples.demo;

import io.goldsmith.app.ConsoleServer;
import io.goldsmith.app.HubRuntime;
import io.goldsmith.app.cli.Command;
import io.goldsmith.app.cli.ProgressLine;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.samples.generate.CustomerGenerator;
import io.goldsmith.samples.landscape.Landscape;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: the whole main job on the demonstration landscape, then the console. */
@CommandLine.Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a CRM, an ERP and an accounting system with French customers, runs the main job on a hub (extract,",
            "land, resolve, replicate, load the DMP), prints what each stage did and how accurate it is, then serves the",
            "steward console. Exit code 1 if a stage did not keep its promises."
        })
public final class DemoCommand implements Command {

    @Option(names = "--once", description = "end after the job instead of serving the console")
    private boolean once;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "10000",
            description = "source records over the three systems (default: ${DEFAULT-VALUE})")
    private long records;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "42",
            description = "another seed, other customers (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "8080",
            description = "port of the console (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = {
                "keep the landscape and the hub here, and go on with what an earlier demonstration left",
                "(default: goldsmith-demo under the working directory, made anew each time)"
            })
    private Optional<Path> directory = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (records < 100 || records > CustomerGenerator.MOST_RECORDS) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--records must be between 100 and %d, but is %d."
                            .formatted(CustomerGenerator.MOST_RECORDS, records));
        }
        DemoFolder folder = new DemoFolder(directory.orElse(Path.of("goldsmith-demo")), records, seed);
        if (directory.isEmpty()) {
            folder.clear();
        }
        PrintWriter out = spec.commandLine().getOut();
        ProgressLine clock = new ProgressLine(spec.commandLine().getErr());
        Stage generated = generate(folder, clock);
        long start = System.nanoTime();
        clock.announce("Starting the CRM, the ERP and accounting, each in its own process…");
        try (Landscape landscape = Landscape.start(folder.landscape())) {
            folder.configure(landscape);
            Stage started = new Stage("start the landscape", records, records, 0, (System.nanoTime() - start) / 1e9);
            HubConfiguration configuration = HubConfiguration.read(folder.hub());
            try (HubRuntime runtime = HubRuntime.open(configuration, Clock.systemUTC(), clock::report)) {
                Demonstration demonstration = new Demonstration(runtime, landscape, clock, new Report(out));
                demonstration.add(generated);
                demonstration.add(started);
                boolean held = demonstration.run(records, folder.truth());
                clock.clear();
                if (!once) {
                    serve(runtime, landscape, folder, out);
                }
                return held ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
            }
        }
    }

    private Stage generate(DemoFolder folder, ProgressLine clock) {
        boolean there = folder.isFilled();
        clock.announce(
                there
                        ? "Going on with the customers of an earlier demonstration…"
                        : String.format(Locale.ROOT, "Generating %,d source records of French customers…", records));
        long start = System.nanoTime();
        folder.fill();
        return new Stage(
                there ? "generate (kept)" : "generate", records, records, 0, (System.nanoTime() - start) / 1e9);
    }

    private void serve(HubRuntime runtime, Landscape landscape, DemoFolder folder, PrintWriter out)
            throws InterruptedException {
        ConsoleServer console = ConsoleServer.start(runtime, port);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> end(console, runtime, landscape), "end of the demonstration"));
        out.println();
        out.println("The steward console: " + console.address());
        out.println("Sign in as steward with the password " + folder.stewardPassword());
        out.println("The landscape lives on in " + folder.landscape() + "; end with Ctrl+C.");
        out.flush();
        new CountDownLatch(1).await(); // Ends with the process: SIGTERM and Ctrl+C run the hook above.
    }

    private static void end(ConsoleServer console, HubRuntime runtime, Landscape landscape) {
        try (landscape;
                runtime) {
            console.close();
        }
    }
}
