package io.goldsmith.mdm.stewardship;

import io.goldsmith.mdm.MdmException;

/** A decision that does not fit the data as they are; the message says what it expected, what there is, and what to do. */
public final class InapplicableDecisionException extends MdmException {

    private static final long serialVersionUID = 1L;

    public InapplicableDecisionException(String message) {
        super(message);
    }
}
