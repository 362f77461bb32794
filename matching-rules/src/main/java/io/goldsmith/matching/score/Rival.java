package io.goldsmith.matching.score;

import java.util.Locale;

/**
 * Which explanation of a pair, other than that it is one customer, its weight is measured against. Of those that a model knows the
 * likeliest counts: what strangers never share the members of a household often do, so that such agreement is weak evidence of a match
 * where a household explains it as well.
 */
public enum Rival {
    /** Two customers who have nothing to do with each other. */
    STRANGERS,
    /** Two customers at one address: other given names, birth dates, company names and identifiers, much else in common. */
    HOUSEHOLD,
    /** Two customers of one name, or establishments of one company: another birth date, address or establishment. */
    NAMESAKES,
    /** Two customers of one household and one birth date: other given names, e-mail addresses and identifiers. */
    TWINS;

    /** The word used in models and reports, for example {@code household}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
