package io.goldsmith.matching.block;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A blocking rule: records that agree on every part of its key are compared. A record that has no value for one of the parts gets no
 * key from it; a multi-valued attribute gives one key per value.
 *
 * @param keys the parts of the key, at least one
 * @param refine further parts, put behind a key that is too large one after the other until it no longer is; may be empty
 */
public record BlockingRule(List<KeyPart> keys, List<KeyPart> refine) {

    public BlockingRule {
        keys = keys == null ? List.of() : List.copyOf(keys);
        refine = refine == null ? List.of() : List.copyOf(refine);
    }

    /** The rule as a person reads it, for example {@code family_name phonetic + birth_date year}. */
    public String text() {
        return text(keys);
    }

    /** The rule with what it is refined by, for example {@code family_name phonetic, refined by postcode, then town}. */
    public String fullText() {
        return refine.isEmpty()
                ? text()
                : text() + ", refined by " + refine.stream().map(KeyPart::text).collect(Collectors.joining(", then "));
    }

    private static String text(List<KeyPart> parts) {
        return parts.stream().map(KeyPart::text).collect(Collectors.joining(" + "));
    }
}
