package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.block.BlockingKey;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.source.SourceRecordRow;
import java.util.List;

/**
 * A standardised record, ready to be stored and matched.
 *
 * @param derived the standard values with those derived from them, as tables hold them
 * @param keys its blocking keys
 */
record StandardRow(
        long recordId, RecordId id, int version, StandardText text, AttributeValues derived, List<BlockingKey> keys) {

    /**
     * Standardises a record under the rules.
     *
     * @throws ResolutionException if its values make a standardiser or a rule fail
     */
    static StandardRow of(SourceRecordRow row, ResolutionRules rules) {
        StandardForm form = StandardForm.of(row, rules);
        return of(row.recordId(), row.id(), row.version(), StandardText.of(form), form.values(), rules.matching());
    }

    /**
     * The row of a record that is standardised already.
     *
     * @throws ResolutionException if its values make a rule fail
     */
    static StandardRow of(
            long recordId, RecordId id, int version, StandardText text, AttributeValues standard, Matching matching) {
        try {
            AttributeValues derived = matching.derive(standard);
            return new StandardRow(recordId, id, version, text, derived, matching.keysOfDerived(derived));
        } catch (RuntimeException e) {
            throw new ResolutionException(recordId, e);
        }
    }
}
