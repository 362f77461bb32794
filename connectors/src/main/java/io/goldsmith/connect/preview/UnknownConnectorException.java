package io.goldsmith.connect.preview;

import io.goldsmith.connect.ConnectException;

/** A connector or a stream is named that the configuration does not have. */
public final class UnknownConnectorException extends ConnectException {

    private static final long serialVersionUID = 1L;

    UnknownConnectorException(String message) {
        super(message);
    }
}
