package io.goldsmith.mdm.source;

import java.util.Map;
import java.util.Set;

/**
 * An application that owns records.
 *
 * @param name its name in the configuration
 * @param party first: the company's own; second: a partner's; third: bought
 * @param trust the trust score of its values, 0 to 100
 * @param attributeTrust trust scores of single attributes, where they differ
 * @param purposes what its data may serve, for example {@code operations}, {@code analytics}, {@code marketing}
 * @param vanishLimit how many of its live records may be missing from a full extract without a person's word, in percent
 */
public record SourceSystem(
        String name,
        Party party,
        int trust,
        Map<String, Integer> attributeTrust,
        Set<String> purposes,
        int vanishLimit) {

    /** The limit of a source system that says nothing of it, in percent. */
    public static final int DEFAULT_VANISH_LIMIT = 10;

    /** Whose data it is. */
    public enum Party {
        FIRST,
        SECOND,
        THIRD
    }
}
