package io.goldsmith.connect;

/**
 * The root of what connectors throw. The message names connector, address and what to check; it never holds a value of a person.
 */
public class ConnectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConnectException(String message) {
        super(message);
    }

    public ConnectException(String message, Throwable cause) {
        super(message, cause);
    }
}
