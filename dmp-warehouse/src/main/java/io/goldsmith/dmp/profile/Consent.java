package io.goldsmith.dmp.profile;

import java.util.Collection;
import java.util.Optional;

/** A person's answer to whether their data may serve a purpose; no answer is an absent consent, not a value of this type. */
public enum Consent {
    GRANTED,
    REFUSED;

    /**
     * The answer that recorded values stand for: none when there are none, granted only if every value says so. What is
     * not understood counts as refused, since a doubtful yes is no consent.
     */
    static Optional<Consent> of(Collection<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(values.stream().allMatch("granted"::equals) ? GRANTED : REFUSED);
    }
}
