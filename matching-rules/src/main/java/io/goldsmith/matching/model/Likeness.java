package io.goldsmith.matching.model;

/** Whom rivals are like in one comparison: what training takes for known of them. */
enum Likeness {
    /** They differ as strangers do. */
    STRANGERS,
    /** They agree as matches do. */
    MATCHES,
    /** Training finds out. */
    NOBODY
}
