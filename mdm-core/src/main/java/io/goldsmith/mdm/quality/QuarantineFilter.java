package io.goldsmith.mdm.quality;

import java.util.List;
import java.util.Optional;

/**
 * Which entries of the quarantine are meant; what is empty does not count.
 *
 * @param sourceSystem the source system that delivered
 * @param rule the name of a rule that is among the reasons
 * @param runId the run that delivered
 */
public record QuarantineFilter(Optional<String> sourceSystem, Optional<String> rule, Optional<Long> runId) {

    /** Every entry. */
    public static final QuarantineFilter ALL =
            new QuarantineFilter(Optional.empty(), Optional.empty(), Optional.empty());

    /** Those of one source system. */
    public static QuarantineFilter ofSystem(String sourceSystem) {
        return new QuarantineFilter(Optional.of(sourceSystem), Optional.empty(), Optional.empty());
    }

    /** Those that a rule refused. */
    public static QuarantineFilter ofRule(String rule) {
        return new QuarantineFilter(Optional.empty(), Optional.of(rule), Optional.empty());
    }

    /** Those that a run delivered. */
    public static QuarantineFilter ofRun(long runId) {
        return new QuarantineFilter(Optional.empty(), Optional.empty(), Optional.of(runId));
    }

    boolean accepts(String system, long run, List<String> reasons) {
        return sourceSystem.filter(wanted -> !wanted.equals(system)).isEmpty()
                && runId.filter(wanted -> wanted != run).isEmpty()
                && rule.filter(wanted -> reasons.stream()
                                .noneMatch(reason -> Finding.ruleOf(reason).equals(wanted)))
                        .isEmpty();
    }
}
