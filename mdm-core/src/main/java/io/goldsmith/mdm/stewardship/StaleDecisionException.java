package io.goldsmith.mdm.stewardship;

import io.goldsmith.mdm.MdmException;

/** Someone else, or new data, changed the task that a steward decided on. */
public final class StaleDecisionException extends MdmException {

    private static final long serialVersionUID = 1L;

    public StaleDecisionException(String message) {
        super(message);
    }
}
