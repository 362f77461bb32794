package io.goldsmith.app.cli;

import io.goldsmith.connect.replicate.DeliveryFilter;
import io.goldsmith.connect.replicate.DeliveryState;
import io.goldsmith.mdm.golden.GoldenId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deliveries TARGET --config DIR}: names the dead letters of a target, and sends them again if asked to. */
@CommandLine.Command(
        name = "deliveries",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Names the dead letters of a replication target with their reasons, and sends them again: one, those that"
                        + " a filter means, or all; on the running hub if there is one.")
public final class DeliveriesCommand implements Command {

    private static final int LARGEST = 500;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TARGET", description = "The target's name in goldsmith.yaml, section replication.")
    private String target;

    @Mixin
    private HubAccess hub;

    @Option(
            names = "--state",
            split = ",",
            paramLabel = "STATE",
            description =
                    "Only those in these states: ${COMPLETION-CANDIDATES}. Default: DEAD,REFUSED, the dead letters.")
    private Set<DeliveryState> states = new TreeSet<>(DeliveryFilter.DEAD_LETTERS);

    @Option(names = "--id", paramLabel = "N", description = "Only delivery N.")
    private Optional<Long> id = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Only those whose reason has TEXT in it.")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--golden", paramLabel = "ID", description = "Only those of this golden record, such as G-1234.")
    private Optional<String> golden = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only those that changed at this time or later: 2026-03-05, or 2026-03-05T14:00:00Z.")
    private Optional<String> since = Optional.empty();

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "20",
            description = "Names at most N of them, 1 to 500; all are counted. Default: 20.")
    private int most;

    @Option(
            names = "--replay",
            description = "Sends them again, with the customers' state of today; of each customer in order.")
    private boolean replay;

    @Override
    public Integer call() {
        DeliveryFilter filter = filter();
        if (replay && !filter.meansDeadLettersAlone()) {
            throw wrong("--replay sends dead letters alone: --state must be DEAD, REFUSED or both.");
        }
        if (most < 1 || most > LARGEST) {
            throw wrong("--most must be 1 to " + LARGEST + ", but is " + most + ".");
        }
        return replay
                ? hub.work(
                        running -> running.deliveries(target, filter, most, true),
                        control -> control.deliveries(target, filter, most, true))
                : hub.compare(
                        running -> running.deliveries(target, filter, most, false),
                        control -> control.deliveries(target, filter, most, false));
    }

    private DeliveryFilter filter() {
        try {
            return new DeliveryFilter(
                    states,
                    id.map(OptionalLong::of).orElseGet(OptionalLong::empty),
                    golden.map(GoldenId::parse),
                    reason.filter(text -> !text.isBlank()),
                    since.map(DeliveriesCommand::time));
        } catch (DateTimeException noTime) {
            throw wrong("--since must be a day such as 2026-03-05 or a time such as 2026-03-05T14:00:00Z.");
        } catch (IllegalArgumentException noId) {
            throw wrong("--golden: " + noId.getMessage());
        }
    }

    private static Instant time(String text) {
        return text.length() == "2026-03-05".length()
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : Instant.parse(text);
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
