package io.goldsmith.mdm.privacy;

/** Where a request stands. */
public enum RequestState {
    RECEIVED,
    /** It is known that the requester is the person. */
    VERIFIED,
    DONE,
    REFUSED;

    /** Whether something is still to be done. */
    public boolean isOpen() {
        return this == RECEIVED || this == VERIFIED;
    }
}
