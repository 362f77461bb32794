package io.goldsmith.bench;

import io.goldsmith.app.cli.Command;
import io.goldsmith.bench.accuracy.AccuracyBenchCommand;
import io.goldsmith.bench.connect.ConnectBenchCommand;
import io.goldsmith.bench.connect.ConnectServeCommand;
import io.goldsmith.bench.connect.ConnectWorkCommand;
import io.goldsmith.bench.hub.HubBenchCommand;
import io.goldsmith.bench.hub.HubWorkCommand;
import io.goldsmith.bench.match.MatchBenchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bench NAME}: benchmarks, each with its reference in the same run. */
@CommandLine.Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "NAME",
        subcommands = {
            MatchBenchCommand.class,
            AccuracyBenchCommand.class,
            HubBenchCommand.class,
            HubWorkCommand.class,
            ConnectBenchCommand.class,
            ConnectWorkCommand.class,
            ConnectServeCommand.class
        },
        description = {
            "Measures Goldsmith against its references in the same run and prints every figure with its target.",
            "Exit code 1 if a target that was measured is not met."
        })
public final class BenchCommand implements Command {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "Missing name: say what to measure, one of "
                        + String.join(
                                ", ",
                                spec.subcommands().values().stream()
                                        .filter(each -> !each.getCommandSpec()
                                                .usageMessage()
                                                .hidden())
                                        .map(CommandLine::getCommandName)
                                        .sorted()
                                        .toList())
                        + ".");
    }
}
