package io.goldsmith.app.cli;

import io.goldsmith.app.rest.Control;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code what-if --config DIR}: what the configuration as it lies in the folder would do to the customers. */
@CommandLine.Command(
        name = "what-if",
        mixinStandardHelpOptions = true,
        description =
                "Tries the configuration and the match model of the folder on the live data without changing it; they"
                        + " are published when the hub is started next.")
public final class WhatIfCommand implements Command {

    @Mixin
    private HubAccess hub;

    @Override
    public Integer call() {
        return hub.look(RunningHub::whatIf, Control::whatIf);
    }
}
