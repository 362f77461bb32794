package io.goldsmith.samples.generate;

/** What a series of random choices is for; each has its own, so that a change in one leaves the others as they are. */
enum Purpose {
    UNIT,
    PRESENCE,
    SHUFFLE,
    RECORD,
    ORDERS,
    RELATIONS
}
