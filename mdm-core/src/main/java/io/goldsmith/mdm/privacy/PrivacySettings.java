package io.goldsmith.mdm.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code privacy} section.
 *
 * @param suppressionKey the key of the keyed hashes on the suppression list; empty: nobody can be erased
 * @param birthDate the attribute with a person's birth date
 * @param needsConsent purposes that nobody may serve without a legal basis on record
 * @param recipients recipients of everybody's data beside the source systems
 * @param retains what a system must keep of an erased person, by its name
 * @param retention how long customers are kept from their last contact
 */
public record PrivacySettings(
        String suppressionKey,
        String birthDate,
        List<String> needsConsent,
        List<String> recipients,
        Map<String, Retained> retains,
        List<RetentionRule> retention) {

    public PrivacySettings {
        suppressionKey = suppressionKey == null ? "" : suppressionKey;
        birthDate = birthDate == null ? "birth_date" : birthDate;
        needsConsent = needsConsent == null ? List.of("marketing") : List.copyOf(needsConsent);
        recipients = recipients == null ? List.of() : List.copyOf(recipients);
        retains = retains == null ? Map.of() : Map.copyOf(retains);
        retention = retention == null
                ? List.of(new RetentionRule("prospect", Optional.empty(), 3))
                : List.copyOf(retention);
    }

    /** Of a hub without the section. */
    public static PrivacySettings defaults() {
        return new PrivacySettings(null, null, null, null, null, null);
    }

    /**
     * What a system must keep of an erased person.
     *
     * @param ground what is kept, and by which law
     * @param years from the last order, or else from the erasure
     */
    public record Retained(String ground, int years) {}

    /**
     * How long customers of a lifecycle are kept from their last contact.
     *
     * @param lifecycle the word of a {@link Lifecycle}
     * @param purpose applies only to customers of whom some source system serves it; empty: to all
     */
    public record RetentionRule(String lifecycle, Optional<String> purpose, int years) {

        public RetentionRule {
            purpose = purpose == null ? Optional.empty() : purpose;
        }

        Lifecycle ofLifecycle() {
            return Lifecycle.valueOf(lifecycle.toUpperCase(Locale.ROOT));
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "PrivacySettings[recipients=" + recipients + ", retains=" + retains + ", retention=" + retention + "]";
    }
}
