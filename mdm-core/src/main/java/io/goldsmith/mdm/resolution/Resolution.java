package io.goldsmith.mdm.resolution;

/** Resolves pending source records: candidates → grades → clusters → cross-references → golden records → change events. */
public final class Resolution {

    /**
     * Resolves everything that is pending: one by one if it is little, otherwise as a batch, by the same rules. Redone from the
     * landed versions after a crash.
     *
     * @param cause what the change events name as their cause, for example {@code load of crm}
     */
    public ResolutionSummary resolvePending(String cause, ResolutionProgress progress) {
        throw new UnsupportedOperationException();
    }
}
