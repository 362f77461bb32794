package io.goldsmith.connect.file.remote;

import io.goldsmith.connect.ConnectException;

/** A server cannot be reached, refuses, or was lost; the message says what to check, and holds no secret. */
public final class RemoteException extends ConnectException {

    private static final long serialVersionUID = 1L;

    RemoteException(String message, Throwable cause) {
        super(message, cause);
    }

    RemoteException(String message) {
        super(message);
    }
}
