package io.goldsmith.dmp.warehouse;

import io.goldsmith.dmp.DmpException;

/** The warehouse's files could not be opened, read or written. */
public final class WarehouseException extends DmpException {

    /** An error that arose here. */
    public WarehouseException(String message) {
        super(message);
    }

    /** An error with the failure beneath it. */
    public WarehouseException(String message, Throwable cause) {
        super(message, cause);
    }
}
