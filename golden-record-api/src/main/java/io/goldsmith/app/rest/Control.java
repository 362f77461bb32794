package io.goldsmith.app.rest;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.Connectors;
import io.goldsmith.mdm.run.RunInProgressException;

/** What the command line can ask of a hub, be it open in its own process or served by another. */
public final class Control {

    private final Connectors connectors;

    public Control(Connectors connectors) {
        this.connectors = connectors;
    }

    /** Runs one connector's extraction, and resolves what it landed. */
    public ControlAnswer extract(String connector) {
        if (!connectors.names().contains(connector)) {
            return wrong("There is no connector " + connector + "; goldsmith.yaml has "
                    + String.join(", ", connectors.names()) + ".");
        }
        try {
            return ControlAnswer.of(connectors.extract(connector));
        } catch (RunInProgressException running) {
            return failed(running.getMessage());
        }
    }

    /** Loads the DMP's warehouse. */
    public ControlAnswer loadDmp() {
        if (connectors.warehouse().isEmpty()) {
            return wrong("The hub has no warehouse: add the section dmp to goldsmith.yaml.");
        }
        try {
            return ControlAnswer.of(connectors.loadWarehouse());
        } catch (RunInProgressException | ConnectException failure) {
            return failed(failure.getMessage());
        }
    }

    private static ControlAnswer wrong(String message) {
        return new ControlAnswer(ControlAnswer.Outcome.WRONG, message + System.lineSeparator());
    }

    private static ControlAnswer failed(String message) {
        return new ControlAnswer(ControlAnswer.Outcome.FAILED, message + System.lineSeparator());
    }
}
