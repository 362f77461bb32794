package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.reference.VerificationAnswer;
import io.goldsmith.mdm.reference.VerificationFacts;
import io.goldsmith.mdm.reference.VerificationPlan;
import io.goldsmith.mdm.reference.VerificationQueue;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks what reference data said of source records: each answer must be of values that a live record has. */
final class VerificationCheck {

    private static final int PAGE = 2_000;

    private VerificationCheck() {}

    /** Checks every answer; nothing if nothing is verified under the rules. */
    static void run(Store store, ResolutionRules rules, Findings findings, ResolutionProgress progress) {
        if (rules.verification().isEmpty()) {
            return;
        }
        VerificationPlan plan = rules.verification().get();
        progress.report("check verifications", 0, 1);
        long last = 0;
        boolean more = true;
        while (more) {
            long after = last;
            List<Long> page = Snapshot.read(store, transaction -> check(transaction, plan, after, findings));
            more = !page.isEmpty();
            last = more ? page.get(page.size() - 1) : last;
        }
        progress.report("check verifications", 1, 1);
    }

    private static List<Long> check(Transaction transaction, VerificationPlan plan, long after, Findings findings)
            throws SQLException {
        List<Long> page = VerificationFacts.recordsAfter(transaction, after, PAGE);
        Map<Long, Map<String, VerificationAnswer>> answers = VerificationFacts.of(transaction, page);
        Map<Long, AttributeValues> live = new HashMap<>();
        MemberRecords.standard(transaction, page).forEach(record -> live.put(record.recordId(), record.values()));
        Set<Long> due = VerificationQueue.among(transaction, page);
        page.stream()
                .filter(recordId -> !due.contains(recordId))
                .filter(recordId -> !live.containsKey(recordId)
                        || !hashes(plan, live.get(recordId))
                                .entrySet()
                                .containsAll(hashes(answers.get(recordId)).entrySet()))
                .forEach(recordId -> findings.add(BrokenInvariant.ofRecords(Invariant.VERIFICATION, recordId)));
        return page;
    }

    private static Map<String, String> hashes(VerificationPlan plan, AttributeValues standard) {
        Map<String, String> hashes = new HashMap<>();
        plan.subjects().forEach(subject -> subject.hash(standard).ifPresent(hash -> hashes.put(subject.name(), hash)));
        return hashes;
    }

    private static Map<String, String> hashes(Map<String, VerificationAnswer> answers) {
        return answers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, answer -> answer.getValue().valueHash()));
    }
}
