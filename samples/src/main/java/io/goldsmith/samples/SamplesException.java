package io.goldsmith.samples;

/** What went wrong in the generator or in the demonstration landscape; the message says where and what to do. */
public class SamplesException extends RuntimeException {

    public SamplesException(String message) {
        super(message);
    }

    public SamplesException(String message, Throwable cause) {
        super(message, cause);
    }
}
