package io.goldsmith.matching.block;

import java.util.Locale;

/** Which pairs are looked at, by the sources of their records. */
public enum PairMode {
    /** Pairs within one source. */
    DEDUPE,
    /** Pairs across two sources. */
    LINK,
    /** Both. */
    LINK_AND_DEDUPE;

    /** The word used on the command line, for example {@code link-and-dedupe}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
