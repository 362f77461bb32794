package io.goldsmith.mdm.quality;

import io.goldsmith.mdm.MdmException;

/** A sealed payload is not as the hub sealed it: nobody can read it any more. */
public final class BrokenPayloadException extends MdmException {

    private static final long serialVersionUID = 1L;

    BrokenPayloadException(String message, Throwable cause) {
        super(message, cause);
    }
}
