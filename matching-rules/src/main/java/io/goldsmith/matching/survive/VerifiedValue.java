package io.goldsmith.matching.survive;

/**
 * What reference data make of a candidate's values of one attribute or group.
 *
 * @param verification what they said
 * @param gain by how much the values are believed more, 0 to 100; trust ends at 100 all the same
 */
public record VerifiedValue(Verification verification, int gain) {

    public VerifiedValue {
        if (gain < 0 || gain > 100) {
            throw new IllegalArgumentException("Verified values gain from 0 to 100 of trust, but not " + gain);
        }
    }
}
