package io.goldsmith.mdm.stewardship;

import io.goldsmith.mdm.MdmException;

/** A decision that contradicts earlier ones; the message shows their chain by source record ids. */
public final class ContradictionException extends MdmException {

    private static final long serialVersionUID = 1L;

    public ContradictionException(String message) {
        super(message);
    }
}
