package io.goldsmith.matching;

/**
 * The root of what this module throws when something outside it is wrong: a file, a configuration, a model. The message says what
 * was expected, what was found, where, and what to do; it never holds a value of a record.
 */
public class MatchingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MatchingException(String message) {
        super(message);
    }

    public MatchingException(String message, Throwable cause) {
        super(message, cause);
    }
}
