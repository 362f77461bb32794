package io.goldsmith.mdm.run;

import io.goldsmith.mdm.MdmException;

/** A run of that name is already running. */
public final class RunInProgressException extends MdmException {

    private static final long serialVersionUID = 1L;

    public RunInProgressException(String message) {
        super(message);
    }
}
