package io.goldsmith.app.cli;

import io.goldsmith.app.rest.QuarantineQuery;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code quarantine --config DIR}: names what waits in quarantine, and judges it anew if asked to. */
@CommandLine.Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Names what waits in quarantine with its reasons, and replays it by the rules of today: one entry, those"
                        + " that a filter means, or all; on the running hub if there is one.")
public final class QuarantineCommand implements Command {

    private static final int LARGEST = 10_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HubAccess hub;

    @Option(names = "--id", paramLabel = "N", description = "Only entry N.")
    private Optional<Long> id = Optional.empty();

    @Option(names = "--source", paramLabel = "NAME", description = "Only those that this source system delivered.")
    private Optional<String> source = Optional.empty();

    @Option(names = "--rule", paramLabel = "NAME", description = "Only those with this rule among their reasons.")
    private Optional<String> rule = Optional.empty();

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "20",
            description = "Names at most N of them, 1 to 10,000; all are counted. Default: 20.")
    private int most;

    @Option(
            names = "--values",
            description = "Shows what was delivered and could not be read, which is personal data. Kept only with a"
                    + " hub.payload-key.")
    private boolean values;

    @Option(names = "--replay", description = "Judges them by the rules of today and resolves those that pass.")
    private boolean replay;

    @Override
    public Integer call() {
        if (most < 1 || most > LARGEST) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--most must be 1 to " + LARGEST + ", but is " + most + ".");
        }
        QuarantineQuery query = new QuarantineQuery(id, source, rule);
        return replay
                ? hub.work(
                        running -> running.quarantine(query, most, true, false),
                        control -> control.replayQuarantine(query))
                : hub.compare(
                        running -> running.quarantine(query, most, false, values),
                        control -> control.quarantine(query, most, values));
    }
}
