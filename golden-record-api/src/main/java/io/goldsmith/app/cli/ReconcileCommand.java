package io.goldsmith.app.cli;

import io.goldsmith.app.rest.Control;
import io.goldsmith.app.rest.ControlAnswer;
import io.goldsmith.connect.replicate.ReconciliationRequest;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reconcile TARGET --config DIR}: compares a replication target with the hub, and repairs it if asked to. */
@CommandLine.Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Compares what lies in a replication target with what the hub would write there now, record by record; on"
                        + " the running hub if there is one. Exit code 1 if something drifted and is not repaired.")
public final class ReconcileCommand implements Command {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TARGET", description = "The target's name in goldsmith.yaml, section replication.")
    private String target;

    @Mixin
    private HubAccess hub;

    @Option(
            names = "--repair",
            description = "Delivers the golden state where it drifted; lands anew what the target changed itself.")
    private boolean repair;

    @Option(names = "--values", description = "Shows the values that differ, which are personal data.")
    private boolean values;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "20",
            description = "Names at most N drifted records, 0 to 10,000; all are counted. Default: 20.")
    private int most;

    @Option(names = "--json", description = "Writes the report as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        ReconciliationRequest request = request();
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
        Function<RunningHub, ControlAnswer> remote = running -> {
            try {
                return running.reconcile(target, request, json, progress::report);
            } finally {
                progress.clear();
            }
        };
        Function<Control, ControlAnswer> here = control -> {
            try {
                return control.reconcile(target, request, json, progress::report);
            } finally {
                progress.clear();
            }
        };
        return repair ? hub.work(remote, here) : hub.compare(remote, here);
    }

    private ReconciliationRequest request() {
        if (most < 0 || most > ReconciliationRequest.LARGEST) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--most must be 0 to " + ReconciliationRequest.LARGEST + ", but is " + most + ".");
        }
        return new ReconciliationRequest(repair, values, most);
    }
}
