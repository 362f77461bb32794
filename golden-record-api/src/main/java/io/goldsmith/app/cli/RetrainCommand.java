package io.goldsmith.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code retrain --config DIR}: a new match model from the stewards' decisions. */
@CommandLine.Command(
        name = "retrain",
        mixinStandardHelpOptions = true,
        description = "Trains a new match model on the live records and the stewards' decisions, shows its effect, and"
                + " publishes it; on the running hub if there is one.")
public final class RetrainCommand implements Command {

    @Mixin
    private HubAccess hub;

    @Option(names = "--dry-run", description = "Only shows the effect.")
    private boolean dryRun;

    @Override
    public Integer call() {
        return hub.work(running -> running.retrain(dryRun), control -> control.retrain(dryRun));
    }
}
