package io.goldsmith.matching.run;

/** Of the failures of several threads the one that stands first in the file: which thread was faster must not show. */
final class FirstFailure {

    private long batch;
    private RuntimeException failure;

    /** A thread failed at a batch. Batches are begun in order and each is finished, so the first to fail is always among those known. */
    synchronized void add(long number, RuntimeException failed) {
        if (failure == null || number < batch) {
            batch = number;
            failure = failed;
        }
    }

    synchronized boolean happened() {
        return failure != null;
    }

    synchronized void rethrow() {
        if (failure != null) {
            throw failure;
        }
    }
}
