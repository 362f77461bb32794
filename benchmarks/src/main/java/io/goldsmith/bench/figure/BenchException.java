package io.goldsmith.bench.figure;

/** What went wrong in a benchmark; the message says where and what to do. */
public class BenchException extends RuntimeException {

    public BenchException(String message) {
        super(message);
    }

    public BenchException(String message, Throwable cause) {
        super(message, cause);
    }
}
