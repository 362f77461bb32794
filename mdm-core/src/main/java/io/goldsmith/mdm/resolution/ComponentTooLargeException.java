package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.MdmException;

/** A connected component is too large to be resolved between two other records: the batch takes it. */
public final class ComponentTooLargeException extends MdmException {

    private static final long serialVersionUID = 1L;

    ComponentTooLargeException() {
        super("More than " + ComponentSearch.MAX_RECORDS + " records hang together by pairs graded MATCH; check the"
                + " blocking rules and the automatic threshold, since hardly a customer has so many");
    }
}
