package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.survive.Candidate;
import io.goldsmith.matching.survive.Pin;
import io.goldsmith.mdm.stewardship.StandingPins;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What golden values are made of, beside rules and time; each by the hub id of a source record.
 *
 * @param candidates the records as survivorship sees them, with what reference data say of their values
 * @param pins those anchored on them
 * @param lastOrders when their customers ordered last; empty if the rules derive no lifecycle
 */
record EvaluationFacts(Map<Long, Candidate> candidates, Map<Long, List<Pin>> pins, Map<Long, LocalDate> lastOrders) {

    /** Reads those of the members, by hub id. */
    static EvaluationFacts read(
            Transaction transaction,
            CandidateReading candidates,
            Map<Long, MemberRecord> members,
            ResolutionRules rules)
            throws SQLException {
        return new EvaluationFacts(
                VerifiedCandidates.of(transaction, candidates.read(transaction, members.values()), rules),
                StandingPins.of(transaction, members.keySet()),
                rules.lifecycle().isPresent() ? LastOrders.of(transaction, members.keySet()) : Map.of());
    }
}
