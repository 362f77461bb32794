package io.goldsmith.matching.compare;

/**
 * What an e-mail address in standard form says about the mailbox behind it: a tag behind a plus does not change the owner, and some
 * providers ignore points. For comparing only; the address itself stays as its owner wrote it.
 */
final class MailboxKey {

    private static final String GOOGLE = "gmail.com";
    private static final String GOOGLE_BEFORE = "googlemail.com";

    private MailboxKey() {}

    /** The part before the @ without tag, and without points where the provider ignores them; empty if there is no @. */
    static String localPart(String email) {
        int at = email.lastIndexOf('@');
        if (at <= 0) {
            return "";
        }
        int tag = email.indexOf('+');
        String local = email.substring(0, tag > 0 && tag < at ? tag : at);
        return domain(email, at).equals(GOOGLE) ? local.replace(".", "") : local;
    }

    /** The local part at the provider's one domain; empty if there is no @. */
    static String mailbox(String email) {
        String local = localPart(email);
        return local.isEmpty() ? "" : local + '@' + domain(email, email.lastIndexOf('@'));
    }

    private static String domain(String email, int at) {
        String domain = email.substring(at + 1);
        return domain.equals(GOOGLE_BEFORE) ? GOOGLE : domain;
    }
}
