package io.goldsmith.connect.scale;

import io.goldsmith.connect.ConnectException;

/** The nodes' sharing of work failed, and not the system that is read: what was not landed stays there and is extracted again. */
public final class SharedWorkException extends ConnectException {

    private static final long serialVersionUID = 1L;

    SharedWorkException(String message) {
        super(message);
    }

    SharedWorkException(String message, Throwable cause) {
        super(message, cause);
    }
}
