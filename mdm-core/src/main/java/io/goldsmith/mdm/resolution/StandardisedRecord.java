package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.block.BlockingKey;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.source.SourceRecordRow;
import java.util.List;
import java.util.stream.Stream;

/**
 * A source record version in standard form.
 *
 * @param row the version in force
 * @param standard its standard values
 * @param problems what could not be standardised or failed a warning rule
 * @param keys its blocking keys
 */
record StandardisedRecord(
        SourceRecordRow row, AttributeValues standard, List<Problem> problems, List<BlockingKey> keys) {

    /**
     * Why a value is doubtful.
     *
     * @param rule the warning rule, or {@code standardise}
     */
    record Problem(String attribute, String rule, String reason) {}

    /** Standardises records under the rules, in parallel; those that make a standardiser or a rule fail are left out. */
    static List<StandardisedRecord> allOf(List<SourceRecordRow> rows, ResolutionRules rules) {
        return rows.parallelStream()
                .flatMap(row -> {
                    try {
                        return Stream.of(of(row, rules));
                    } catch (ResolutionException e) {
                        return Stream.empty();
                    }
                })
                .toList();
    }

    /**
     * Standardises a record under the rules.
     *
     * @throws ResolutionException if its values make a standardiser or a rule fail
     */
    static StandardisedRecord of(SourceRecordRow row, ResolutionRules rules) {
        StandardForm form = StandardForm.of(row, rules);
        try {
            return new StandardisedRecord(
                    row, form.values(), form.problems(), rules.matching().blockingKeys(form.values()));
        } catch (RuntimeException e) {
            throw new ResolutionException(row.recordId(), e);
        }
    }
}
