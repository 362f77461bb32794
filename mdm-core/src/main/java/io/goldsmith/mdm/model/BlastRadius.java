package io.goldsmith.mdm.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How many customers a batch may change before it waits for a person.
 *
 * @param share of the active golden records, above 0, up to 1; 1 never stops
 * @param atLeast as many may always be changed, 0 or more
 */
public record BlastRadius(
        double share, @JsonProperty("at-least") long atLeast) {

    /** A fifth of the customers, and always a thousand. */
    public static final BlastRadius STANDARD = new BlastRadius(0.2, 1_000);

    /** Whether so many of the customers may be changed without asking. */
    public boolean allows(long concerned, long customers) {
        return concerned <= Math.max(atLeast, share * customers);
    }
}
