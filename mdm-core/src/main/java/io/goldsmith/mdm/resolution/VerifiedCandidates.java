package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.survive.Candidate;
import io.goldsmith.matching.survive.Verification;
import io.goldsmith.matching.survive.VerificationStatus;
import io.goldsmith.matching.survive.VerifiedValue;
import io.goldsmith.mdm.reference.VerificationAnswer;
import io.goldsmith.mdm.reference.VerificationFacts;
import io.goldsmith.mdm.reference.VerificationPlan;
import io.goldsmith.mdm.reference.VerifiedSubject;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds to survivorship candidates what reference data say of their values, as far as it was said of the values that they have. */
final class VerifiedCandidates {

    private VerifiedCandidates() {}

    /** The candidates, by hub id, with what is said of them. */
    static Map<Long, Candidate> of(Transaction transaction, Map<Long, Candidate> candidates, ResolutionRules rules)
            throws SQLException {
        if (rules.verification().isEmpty() || candidates.isEmpty()) {
            return candidates;
        }
        VerificationPlan plan = rules.verification().get();
        Map<Long, Candidate> verified = new HashMap<>(candidates);
        VerificationFacts.of(transaction, candidates.keySet())
                .forEach((recordId, answers) -> verified.computeIfPresent(
                        recordId, (id, candidate) -> verified(candidate, plan, answers, rules)));
        return verified;
    }

    private static Candidate verified(
            Candidate candidate,
            VerificationPlan plan,
            Map<String, VerificationAnswer> answers,
            ResolutionRules rules) {
        Map<String, VerifiedValue> values = new TreeMap<>();
        Map<String, List<String>> corrections = new TreeMap<>();
        for (VerifiedSubject subject : plan.subjects()) {
            VerificationAnswer answer = answers.get(subject.name());
            if (answer != null
                    && subject.hash(candidate.standard())
                            .filter(answer.valueHash()::equals)
                            .isPresent()) {
                boolean applies = answer.status() == VerificationStatus.CORRECTED && subject.usesCorrected();
                boolean gains = applies || answer.status() == VerificationStatus.VERIFIED;
                if (applies) {
                    answer.corrections().forEach((attribute, value) -> corrections.put(attribute, List.of(value)));
                }
                Verification said = new Verification(
                        answer.dataset(), answer.dated(), answer.status(), answer.corrections(), applies);
                values.put(subject.name(), new VerifiedValue(said, gains ? subject.gain() : 0));
            }
        }
        return candidate.verifiedAs(
                values,
                with(candidate.raw(), corrections),
                corrections.isEmpty()
                        ? candidate.standard()
                        : with(
                                candidate.standard(),
                                rules.matching()
                                        .standardise(AttributeValues.of(corrections))
                                        .values()
                                        .asMap()));
    }

    private static AttributeValues with(AttributeValues values, Map<String, List<String>> others) {
        if (others.isEmpty()) {
            return values;
        }
        Map<String, List<String>> all = new TreeMap<>(values.asMap());
        all.putAll(others);
        return AttributeValues.of(all);
    }
}
