package io.goldsmith.app.cli;

import io.goldsmith.app.rest.Control;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code held --config DIR}: shows the batch that waits for a person, and takes the decision. */
@CommandLine.Command(
        name = "held",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows the batch that is held since it would change too many customers, and lets it go on.")
public final class HeldCommand implements Command {

    @Spec
    private CommandSpec spec;

    @Mixin
    private HubAccess hub;

    @Option(names = "--approve", paramLabel = "N", description = "Publishes batch N.")
    private Optional<Long> approve = Optional.empty();

    @Option(names = "--dismiss", paramLabel = "N", description = "Takes batch N back; the next one is measured anew.")
    private Optional<Long> dismiss = Optional.empty();

    @Option(names = "--by", paramLabel = "NAME", description = "Who decides; needed with --approve and --dismiss.")
    private Optional<String> person = Optional.empty();

    @Override
    public Integer call() {
        if (approve.isPresent() && dismiss.isPresent()) {
            throw wrong("--approve and --dismiss exclude each other.");
        }
        if (approve.isEmpty() && dismiss.isEmpty()) {
            return hub.look(RunningHub::held, Control::held);
        }
        String name = person.filter(text -> !text.isBlank())
                .orElseThrow(() -> wrong("--by must name who decides, but is missing."));
        return approve.map(id -> hub.work(running -> running.approve(id, name), control -> control.approve(id, name)))
                .orElseGet(() -> hub.work(
                        running -> running.dismiss(dismiss.orElseThrow(), name),
                        control -> control.dismiss(dismiss.orElseThrow(), name)));
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
