package io.goldsmith.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connectors}: what helps to write a connector's configuration. */
@CommandLine.Command(
        name = "connectors",
        mixinStandardHelpOptions = true,
        description = "Helps to write a connector's configuration.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ConnectorsPreviewCommand.class, ConnectorsSuggestCommand.class, ConnectorsKindsCommand.class})
public final class ConnectorsCommand implements Command {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing command: preview, suggest or kinds.");
    }
}
