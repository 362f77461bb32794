package io.goldsmith.connect.settings;

/** What becomes of a value that is in no code table, or is a word that means neither yes nor no. */
public enum UnknownCode {
    /** It stays as it is. */
    KEEP,
    /** The record lacks it. */
    DROP,
    /** The row cannot be mapped and waits in quarantine. */
    REJECT
}
