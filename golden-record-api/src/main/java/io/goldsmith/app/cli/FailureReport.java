package io.goldsmith.app.cli;

import io.goldsmith.app.NoUsersException;
import io.goldsmith.matching.settings.SettingsException;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Tells a person what went wrong, one line for each mistake of a configuration; the stack trace goes to the log at debug level, never to the terminal. */
final class FailureReport implements CommandLine.IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailureReport.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        if (failure instanceof SettingsException mistakes) {
            mistakes.problems()
                    .forEach(problem -> err.println(commandLine.getColorScheme().errorText(problem.toString())));
            return 2;
        }
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        err.println(
                commandLine.getColorScheme().errorText("goldsmith " + commandLine.getCommandName() + ": " + message));
        LOG.debug("{} failed", commandLine.getCommandName(), failure);
        return failure instanceof IllegalArgumentException || failure instanceof NoUsersException ? 2 : 1;
    }
}
