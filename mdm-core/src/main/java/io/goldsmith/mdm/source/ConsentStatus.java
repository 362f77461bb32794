package io.goldsmith.mdm.source;

/** What a fact says about a purpose on a channel. */
public enum ConsentStatus {
    /** It may be done: consent was given, or another legal basis holds. */
    GRANTED,
    /** The person was asked and said no. */
    REFUSED,
    /** The person took consent back. */
    WITHDRAWN,
    /** The person objected to what was done on another legal basis. */
    OBJECTED
}
