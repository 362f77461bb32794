package io.goldsmith.dmp.anonymise;

import io.goldsmith.dmp.DmpSettings;

/**
 * What every published class must satisfy.
 *
 * @param k the fewest persons, from 2
 * @param l the fewest distinct values of each sensitive attribute, from 1; a missing value counts as a value
 * @param maxSuppressedShare the greatest share of persons that may be left out, 0 to 1
 */
public record AnonymityRule(int k, int l, double maxSuppressedShare) {

    /** The rule that the settings stand for. */
    public static AnonymityRule of(DmpSettings settings) {
        return new AnonymityRule(settings.k(), settings.l(), settings.maxSuppressedShare());
    }

    /** Whether so many suppressed of so many persons are still allowed. */
    boolean allowsSuppressing(long suppressed, long persons) {
        return suppressed <= maxSuppressedShare * persons;
    }

    /** Whether the content could be published as a class. */
    boolean holdsFor(ClassContent content) {
        return content.persons() >= k && content.leastDistinct() >= l;
    }
}
