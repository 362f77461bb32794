package io.goldsmith.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor --config DIR}: checks the hub's configuration, its database and its stored results, and mends them if asked to. */
@CommandLine.Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Checks the configuration, the database and the stored results of a hub, and says what to mend; on the"
                        + " running hub if there is one. Exit code 1 if something is broken.")
public final class DoctorCommand implements Command {

    @Spec
    private CommandSpec spec;

    @Mixin
    private HubAccess hub;

    @Option(
            names = "--rebuild",
            description =
                    "Mends stored results from the facts: writes anew what is lost or wrong and resolves the records"
                            + " concerned. Facts are never touched.")
    private boolean rebuild;

    @Override
    public Integer call() {
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
        return hub.work(running -> running.doctor(rebuild), control -> {
            try {
                return control.doctor(rebuild, progress::report);
            } finally {
                progress.clear();
            }
        });
    }
}
