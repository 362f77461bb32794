package io.goldsmith.mdm.reference;

import io.goldsmith.matching.survive.VerificationStatus;
import java.time.LocalDate;
import java.util.Map;

/**
 * What reference data said of a value of a source record: a fact.
 *
 * @param valueHash the hash of the standard values that it is about
 * @param editionId the edition that said so first
 * @param dataset its data set
 * @param dated its date
 * @param status the answer
 * @param finding why
 * @param corrections attribute to the reference's value, of those that differ; empty unless corrected
 */
public record VerificationAnswer(
        String valueHash,
        long editionId,
        String dataset,
        LocalDate dated,
        VerificationStatus status,
        VerificationFinding finding,
        Map<String, String> corrections) {

    public VerificationAnswer {
        corrections = Map.copyOf(corrections);
    }

    /** Whether it says the same of the same value, be it by a later edition. */
    boolean saysAs(VerificationAnswer other) {
        return valueHash.equals(other.valueHash)
                && dataset.equals(other.dataset)
                && status == other.status
                && finding == other.finding
                && corrections.equals(other.corrections);
    }

    /** Its status and finding alone: corrections are personal data. */
    @Override
    public String toString() {
        return "VerificationAnswer[" + dataset + " " + dated + ": " + status + ", " + finding + "]";
    }
}
