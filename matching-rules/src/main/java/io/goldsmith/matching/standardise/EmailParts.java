package io.goldsmith.matching.standardise;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a comparison needs of an e-mail address in standard form: the mailbox that it reaches, however it is written. The address
 * itself is never rewritten; this is a function used where two addresses are compared. What a provider ignores stands in
 * {@code email-providers.txt}; of other providers a tag behind {@code +} alone is taken off.
 *
 * @param local the local part without its tag, and without dots where the provider ignores them; never empty for an address
 * @param domain the domain; for a provider with several names the first of them
 */
public record EmailParts(String local, String domain) {

    private static final Map<String, Provider> PROVIDERS = providers();
    private static final Provider OTHER = new Provider("", false, '+');

    /** What a provider makes of local parts. */
    private record Provider(String domain, boolean ignoresDots, char tag) {}

    private static Map<String, Provider> providers() {
        Map<String, Provider> providers = new HashMap<>();
        for (List<String> line : WordFile.groups("email-providers")) {
            String domain = line.get(0).toLowerCase(Locale.ROOT);
            boolean ignoresDots = line.contains("DOTS");
            char tag = line.contains("TAG-") ? '-' : '+';
            for (String word : line) {
                if (word.indexOf('.') > 0) {
                    providers.put(word.toLowerCase(Locale.ROOT), new Provider(domain, ignoresDots, tag));
                }
            }
        }
        return Map.copyOf(providers);
    }

    /**
     * The parts of an address in standard form; of a text without {@code @} the local part is the whole and the domain empty.
     */
    public static EmailParts of(String email) {
        int at = email.indexOf('@');
        if (at < 0) {
            return new EmailParts(email, "");
        }
        String written = email.substring(at + 1);
        Provider provider = PROVIDERS.getOrDefault(written, OTHER);
        String domain = provider.domain.isEmpty() ? written : provider.domain;
        return new EmailParts(local(email, at, provider), domain);
    }

    /** The mailbox, {@code local@domain}: two addresses with the same key reach the same mailbox. */
    public String key() {
        return local + '@' + domain;
    }

    private static String local(String email, int at, Provider provider) {
        int tag = email.indexOf(provider.tag);
        String local = email.substring(0, tag > 0 && tag < at ? tag : at);
        return provider.ignoresDots && local.indexOf('.') >= 0 ? local.replace(".", "") : local;
    }
}
