package io.goldsmith.connect.file;

import io.goldsmith.connect.ConnectException;

/** A file is broken as a whole, or from some place on; the message says why, without values. */
final class FileException extends ConnectException {

    private static final long serialVersionUID = 1L;

    FileException(String reason) {
        super(reason);
    }
}
