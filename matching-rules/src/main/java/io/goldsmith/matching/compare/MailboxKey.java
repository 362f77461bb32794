package io.goldsmith.matching.compare;

import io.goldsmith.matching.standardise.EmailParts;

/** What e-mail levels compare of a value: what {@link EmailParts} reads of an address, and nothing of a text that is none. */
final class MailboxKey {

    private MailboxKey() {}

    /** The part before the @ as the provider reads it; empty if there is no @. */
    static String localPart(String email) {
        return email.indexOf('@') <= 0 ? "" : EmailParts.of(email).local();
    }

    /** The mailbox that an address reaches; empty if there is no @. */
    static String mailbox(String email) {
        return email.indexOf('@') <= 0 ? "" : EmailParts.of(email).key();
    }
}
