package io.goldsmith.connect.turn;

import io.goldsmith.connect.ConnectException;

/** Another node does the work by now, since this one was held to be dead: it must stop. What it did so far is done over or known by the other. */
public final class TurnLostException extends ConnectException {

    private static final long serialVersionUID = 1L;

    TurnLostException(String name) {
        super(
                "The turn to " + name
                        + " went to another node on this database, since this one did not renew it in time;"
                        + " the other goes on. If nodes pause that long, give them more memory, and set their clocks by one server");
    }
}
