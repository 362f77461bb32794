package io.goldsmith.app.cli;

import io.goldsmith.app.rest.Control;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code load-dmp --config DIR}: loads the DMP's warehouse now and prints the privacy report. */
@CommandLine.Command(
        name = "load-dmp",
        mixinStandardHelpOptions = true,
        description =
                "Loads the DMP's warehouse now and prints the privacy report; on the running hub if there is one.")
public final class LoadDmpCommand implements Command {

    @Mixin
    private HubAccess hub;

    @Override
    public Integer call() {
        return hub.work(RunningHub::loadDmp, Control::loadDmp);
    }
}
