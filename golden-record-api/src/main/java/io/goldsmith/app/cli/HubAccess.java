package io.goldsmith.app.cli;

import io.goldsmith.app.HubRuntime;
import io.goldsmith.app.ServingFile;
import io.goldsmith.app.rest.Control;
import io.goldsmith.app.rest.ControlAnswer;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.model.HubConfiguration;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The hub that a command works on: the running one of its folder if there is one, else opened for the command alone. */
final class HubAccess {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "DIR",
            description = "The hub's folder, which holds goldsmith.yaml.")
    private Path folder;

    /** The hub's folder, which holds a configuration. */
    Path folder() {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!Files.isRegularFile(absolute.resolve("goldsmith.yaml"))) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--config must be a hub's folder with goldsmith.yaml, but " + absolute + " has none.");
        }
        return absolute;
    }

    /** Does work on the running hub or on one opened here, prints what came of it, and answers the exit code. */
    int work(Function<RunningHub, ControlAnswer> remote, Function<Control, ControlAnswer> here) {
        Optional<ServingFile> serving = ServingFile.find(folder());
        return serving.map(file -> print(remote.apply(new RunningHub(file)))).orElseGet(() -> workHere(here));
    }

    /** Does work on the running hub or on one opened here without publishing its rules, prints what came of it, and answers the exit code. */
    int look(Function<RunningHub, ControlAnswer> remote, Function<Hub, ControlAnswer> here) {
        Optional<ServingFile> serving = ServingFile.find(folder());
        return serving.map(file -> print(remote.apply(new RunningHub(file)))).orElseGet(() -> {
            try (Hub hub = Hub.openToTry(HubConfiguration.read(folder()), Clock.systemUTC())) {
                return print(here.apply(hub));
            }
        });
    }

    /**
     * Looks from the running hub, or one opened here without publishing its rules, at the outside systems; prints what came of it, and
     * answers the exit code.
     */
    int compare(Function<RunningHub, ControlAnswer> remote, Function<Control, ControlAnswer> here) {
        Optional<ServingFile> serving = ServingFile.find(folder());
        return serving.map(file -> print(remote.apply(new RunningHub(file)))).orElseGet(() -> {
            try (HubRuntime runtime = HubRuntime.openToLook(folder(), Clock.systemUTC())) {
                return print(here.apply(new Control(runtime.hub(), runtime.connectors())));
            }
        });
    }

    private int workHere(Function<Control, ControlAnswer> work) {
        try (HubRuntime runtime = HubRuntime.open(folder(), Clock.systemUTC())) {
            return print(work.apply(new Control(runtime.hub(), runtime.connectors())));
        }
    }

    private int print(ControlAnswer answer) {
        boolean done = answer.outcome() == ControlAnswer.Outcome.DONE;
        PrintWriter writer = answer.outcome() == ControlAnswer.Outcome.WRONG
                ? spec.commandLine().getErr()
                : spec.commandLine().getOut();
        writer.print(answer.text());
        writer.flush();
        return done ? 0 : answer.outcome() == ControlAnswer.Outcome.FAILED ? 1 : 2;
    }
}
