package io.goldsmith.mdm.quality;

import java.util.List;

/**
 * What became of a page of the quarantine.
 *
 * @param outcomes one for each entry that the filter meant, in the order of their ids
 * @param lastEntryId where the next page starts
 * @param isMore whether there may be a next page
 */
public record QuarantineBulk(List<QuarantineOutcome> outcomes, long lastEntryId, boolean isMore) {

    /** How many entries had a result. */
    public long count(QuarantineOutcome.Result result) {
        return outcomes.stream().filter(outcome -> outcome.result() == result).count();
    }
}
