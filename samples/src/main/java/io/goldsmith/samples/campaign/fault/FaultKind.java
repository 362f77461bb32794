package io.goldsmith.samples.campaign.fault;

/** What a system does wrong. */
enum FaultKind {
    /** Nothing: it works. */
    NONE,
    /** It takes no value that the hub sends. */
    REFUSES,
    /** It takes what it is sent and never answers. */
    HANGS,
    /** It answers what is no answer. */
    GARBAGE,
    /** It does what it is asked, and says that it failed or says nothing. */
    APPLIED_THEN_FAILS,
    /** The connection, or the file, ends in the middle. */
    CUT,
    /** Nobody is there. */
    DOWN,
    /** Each file comes twice, both ways. */
    DUPLICATES,
    /** Files and their lines come in another order, except that updates are taken as they are numbered. */
    REORDERS
}
