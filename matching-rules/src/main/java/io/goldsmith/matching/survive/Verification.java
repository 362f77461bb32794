package io.goldsmith.matching.survive;

import java.time.LocalDate;
import java.util.Map;

/**
 * That reference data were asked about the values of an attribute or group, and what they said.
 *
 * @param reference which reference data, for example {@code ban/adresses-35}
 * @param edition the date of the edition that said so first: later ones that say the same change nothing
 * @param status what it said
 * @param corrections attribute to the reference's value, of those that differ; empty unless {@link VerificationStatus#CORRECTED}
 * @param isApplied whether the corrections took the place of what the source has; otherwise they are a proposal
 */
public record Verification(
        String reference,
        LocalDate edition,
        VerificationStatus status,
        Map<String, String> corrections,
        boolean isApplied) {

    public Verification {
        corrections = Map.copyOf(corrections);
    }
}
