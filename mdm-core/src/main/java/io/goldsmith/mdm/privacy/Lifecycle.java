package io.goldsmith.mdm.privacy;

/** What a person is to the company, as far as retention asks. */
public enum Lifecycle {
    /** Has never ordered. */
    PROSPECT,
    /** Has ordered at least once, however long ago. */
    CUSTOMER
}
