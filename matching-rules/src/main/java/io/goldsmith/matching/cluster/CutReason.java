package io.goldsmith.matching.cluster;

import java.util.Locale;

/** Why the two records of a MATCH pair are not in one cluster; the first that held when the pair's turn came. */
public enum CutReason {
    /** A person decided that records of the two clusters are not the same customer. */
    CANNOT_LINK,
    /** The two clusters have different values of an identifier that only one customer can have. */
    EXCLUSIVE_IDENTIFIER,
    /** Both clusters have a record of a source that has each customer once. */
    ONE_PER_SOURCE,
    /** The pairs between the two clusters say on average that they are two customers, however strong this one is. */
    WEAK_BRIDGE;

    /** The words used in reports, for example {@code weak bridge}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
