package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.MdmException;

/** Other rules were published since this hub was opened: it must not write results any more. */
public final class RulesSupersededException extends MdmException {

    private static final long serialVersionUID = 1L;

    RulesSupersededException(int own, int inForce) {
        super("The rules in force are version " + inForce + ", but this hub works under version " + own
                + "; restart it with the configuration that was published");
    }
}
