package io.goldsmith.app.cli;

import java.util.Comparator;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The executable: finds the commands on the class path and runs the one that was called. */
@CommandLine.Command(
        name = "goldsmith",
        mixinStandardHelpOptions = true,
        version = Goldsmith.VERSION,
        description = "Master Data Management hub for customer data",
        synopsisSubcommandLabel = "COMMAND")
public final class Goldsmith implements Runnable {

    /** The product and its version. */
    static final String VERSION = "Goldsmith 0.1.0";

    @Spec
    private CommandSpec spec;

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with every command that is on the class path, in the order of their names. */
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Goldsmith());
        ServiceLoader.load(Command.class).stream()
                .map(provider -> new CommandLine(provider.get()))
                .sorted(Comparator.comparing(CommandLine::getCommandName))
                .forEach(command -> commandLine.addSubcommand(command.getCommandName(), command));
        return commandLine.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler(new FailureReport());
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing command: say what to do.");
    }
}
