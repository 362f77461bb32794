package io.goldsmith.dmp;

/** Root of every error of the DMP's warehouse. Messages name settings, files, loads and counts, never a person's value. */
public class DmpException extends RuntimeException {

    /** An error that arose here; {@code message} says what was expected, what was found and what to do. */
    public DmpException(String message) {
        super(message);
    }

    /** An error with the failure beneath it. */
    public DmpException(String message, Throwable cause) {
        super(message, cause);
    }
}
