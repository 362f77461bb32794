package io.goldsmith.mdm;

/**
 * The root of what the hub throws. The message says what was expected, what was found, where, and what to do; it never holds a
 * value of a person.
 */
public class MdmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MdmException(String message) {
        super(message);
    }

    public MdmException(String message, Throwable cause) {
        super(message, cause);
    }
}
