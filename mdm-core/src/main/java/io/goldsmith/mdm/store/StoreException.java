package io.goldsmith.mdm.store;

import io.goldsmith.mdm.MdmException;

/** The database refused or could not be reached; the cause tells how, the message what to do. */
public class StoreException extends MdmException {

    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether a unique key stood in the way: another writer made the same row at the same time. */
    public boolean isDuplicateKey() {
        return Failures.isDuplicateKey(this);
    }
}
