package io.goldsmith.app;

/**
 * The root of what the executable throws when something outside it is wrong. The message says what was expected, what was found,
 * where, and what to do; it never holds a value of a person.
 */
public class AppException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AppException(String message) {
        super(message);
    }

    public AppException(String message, Throwable cause) {
        super(message, cause);
    }
}
