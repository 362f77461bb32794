package io.goldsmith.mdm.reference;

import io.goldsmith.mdm.MdmException;

/** Reference data are not what they should be. */
public class ReferenceException extends MdmException {

    private static final long serialVersionUID = 1L;

    public ReferenceException(String message) {
        super(message);
    }
}
