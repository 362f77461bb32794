package io.goldsmith.connect.mapping;

import io.goldsmith.connect.ConnectException;

/** A row that cannot become a delivery; the message says why, without values. */
final class UnmappableException extends ConnectException {

    private static final long serialVersionUID = 1L;

    UnmappableException(String reason) {
        super(reason);
    }
}
