package io.goldsmith.connect.mapping;

import io.goldsmith.connect.ConnectException;

/** A file of codes cannot be read; the message says where and what to mend. */
final class CodeTableException extends ConnectException {

    private static final long serialVersionUID = 1L;

    CodeTableException(String message) {
        super(message);
    }
}
