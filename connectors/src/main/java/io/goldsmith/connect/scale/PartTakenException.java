package io.goldsmith.connect.scale;

import io.goldsmith.connect.ConnectException;

/** Another node has landed what this one was about to: it was held to be dead, and must join anew. */
final class PartTakenException extends ConnectException {

    private static final long serialVersionUID = 1L;

    PartTakenException(int part) {
        super("Partition " + part + " of the landing topic went to another node, which goes on with it;"
                + " if nodes pause that long, give them more memory");
    }
}
