package io.goldsmith.connect.http;

import java.io.IOException;

/** An answer is longer than may be read. */
final class TooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLongException(int most) {
        super("An answer must have at most " + most + " bytes, but has more");
    }
}
