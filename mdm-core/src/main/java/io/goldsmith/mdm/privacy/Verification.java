package io.goldsmith.mdm.privacy;

/** How it was made sure that a requester is the person. What was shown is not kept. */
public enum Verification {
    CUSTOMER_ACCOUNT,
    CALL_BACK,
    REPLY_TO_KNOWN_ADDRESS,
    IDENTITY_DOCUMENT,
    IN_PERSON,
    MANDATE
}
