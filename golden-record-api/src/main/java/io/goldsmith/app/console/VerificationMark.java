package io.goldsmith.app.console;

import io.goldsmith.matching.survive.Verification;
import java.util.List;
import java.util.TreeMap;

/**
 * What reference data say of golden values, beside them.
 *
 * @param sign one character; what it says is in the text too
 * @param text the status, and by which edition
 * @param proposals what the reference has instead, attribute by attribute; empty if there is nothing to propose
 */
record VerificationMark(String sign, String text, List<Proposal> proposals) {

    /** The reference's value of an attribute. */
    record Proposal(String attribute, String value) {}

    static VerificationMark of(Verification said, Words words) {
        String by = said.reference() + " of " + words.date(said.edition());
        return switch (said.status()) {
            case VERIFIED -> new VerificationMark("✓", "Verified by " + by, List.of());
            case CORRECTED ->
                said.isApplied()
                        ? new VerificationMark("✓", "Corrected by " + by, List.of())
                        : new VerificationMark("≈", "Not quite as in " + by, proposals(said));
            case UNKNOWN -> new VerificationMark("?", "Unknown to " + by, List.of());
        };
    }

    private static List<Proposal> proposals(Verification said) {
        return new TreeMap<>(said.corrections())
                .entrySet().stream()
                        .map(correction -> new Proposal(correction.getKey(), correction.getValue()))
                        .toList();
    }
}
