package io.goldsmith.mdm.source;

/** How a person is reached. */
public enum Channel {
    EMAIL,
    PHONE,
    POST,
    /** Every channel, those of the future too. */
    ANY;

    /** Whether what was said of this channel concerns the other one. */
    public boolean covers(Channel other) {
        return this == ANY || this == other;
    }
}
