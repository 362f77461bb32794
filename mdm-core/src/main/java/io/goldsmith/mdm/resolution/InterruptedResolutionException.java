package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.MdmException;

/** The thread that resolves was interrupted: what is pending still is, the next resolution goes on. */
public final class InterruptedResolutionException extends MdmException {

    private static final long serialVersionUID = 1L;

    InterruptedResolutionException() {
        super("The resolution was interrupted; what is left is still pending, resolve again to go on");
    }
}
