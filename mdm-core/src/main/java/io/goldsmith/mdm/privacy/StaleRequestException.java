package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.MdmException;

/** A step about a request that does not stand where it was thought to stand. */
public final class StaleRequestException extends MdmException {

    private static final long serialVersionUID = 1L;

    public StaleRequestException(String message) {
        super(message);
    }
}
