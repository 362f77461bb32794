package io.goldsmith.app.cli;

import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Tells a person what went wrong in one line; the stack trace goes to the log at debug level, never to the terminal. */
final class FailureReport implements CommandLine.IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailureReport.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        err.println(
                commandLine.getColorScheme().errorText("goldsmith " + commandLine.getCommandName() + ": " + message));
        LOG.debug("{} failed", commandLine.getCommandName(), failure);
        return failure instanceof IllegalArgumentException ? 2 : 1;
    }
}
