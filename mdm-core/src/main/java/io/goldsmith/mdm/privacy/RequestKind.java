package io.goldsmith.mdm.privacy;

/** What a person asks for (GDPR, articles 15 to 21). */
public enum RequestKind {
    ACCESS,
    RECTIFICATION,
    RESTRICTION,
    OBJECTION,
    ERASURE,
    PORTABILITY;

    /** Whether the systems that hold the person have to be told of what was done (article 19). */
    public boolean isToldToRecipients() {
        return this == RECTIFICATION || this == RESTRICTION || this == ERASURE || this == OBJECTION;
    }
}
