package io.goldsmith.bench.process;

import io.goldsmith.bench.figure.BenchException;

/** A measured process did not end well; the message says which, how it ended and what it said last. */
public final class ProcessFailedException extends BenchException {

    ProcessFailedException(String message) {
        super(message);
    }
}
