package io.goldsmith.dmp.anonymise;

import java.util.List;
import java.util.Map;

/**
 * What the gate counted, and why it refuses, if it does.
 *
 * @param kReached persons in the smallest class, 0 without rows
 * @param lReached distinct values of each sensitive attribute in its least diverse class, by attribute
 * @param classes how many classes there are
 * @param classContents the content of each class, to be kept for the loads after this one
 * @param reasons why the rows must not be published; empty when they may
 */
public record GateVerdict(
        int kReached,
        Map<String, Integer> lReached,
        int classes,
        Map<List<String>, ClassContent> classContents,
        List<String> reasons) {

    public GateVerdict {
        reasons = List.copyOf(reasons);
    }

    /** Whether the rows may be published. */
    public boolean passes() {
        return reasons.isEmpty();
    }
}
