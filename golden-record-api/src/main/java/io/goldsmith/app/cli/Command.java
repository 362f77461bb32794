package io.goldsmith.app.cli;

import java.util.concurrent.Callable;

/**
 * A command of {@code ./goldsmith}: a picocli {@code @Command} class that answers its exit code (0 done, 1 the work failed or a check
 * did not hold, 2 the call was wrong).
 *
 * <p>Commands are found by {@link java.util.ServiceLoader}, so that a module adds its own without being known to the executable. An
 * implementation needs a public constructor without parameters and an entry in
 * {@code META-INF/services/io.goldsmith.app.cli.Command}. Creating one must be cheap: all are created at every start.
 */
public interface Command extends Callable<Integer> {}
