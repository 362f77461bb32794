package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.MdmException;

/** The resolution of a source record failed. Names the record by its hub id, and the place of the failure; never a value. */
public final class ResolutionException extends MdmException {

    private static final long serialVersionUID = 1L;

    private final long recordId;

    ResolutionException(long recordId, RuntimeException cause) {
        super("Record " + recordId + " could not be resolved: " + placeOf(cause), cause);
        this.recordId = recordId;
    }

    /** The record that failed. */
    long recordId() {
        return recordId;
    }

    /** Class and place of a failure: its message may hold values. */
    static String placeOf(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String place =
                trace.length == 0 ? "an unknown place" : trace[0].getClassName() + ":" + trace[0].getLineNumber();
        return failure.getClass().getSimpleName() + " at " + place;
    }
}
