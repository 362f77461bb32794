package io.goldsmith.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code extract SOURCE --config DIR}: runs one source's extraction now. */
@CommandLine.Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description =
                "Runs one connector's extraction now and resolves what it landed; on the running hub if there is one.")
public final class ExtractCommand implements Command {

    @Parameters(paramLabel = "SOURCE", description = "The connector's name in goldsmith.yaml.")
    private String connector;

    @Mixin
    private HubAccess hub;

    @Override
    public Integer call() {
        return hub.work(running -> running.extract(connector), control -> control.extract(connector));
    }
}
