package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.standardise.StandardRecord;
import io.goldsmith.mdm.quality.Finding;
import io.goldsmith.mdm.source.SourceRecordRow;
import java.util.ArrayList;
import java.util.List;

/**
 * What standardising makes of a source record version.
 *
 * @param values the standard values
 * @param problems why values are doubtful
 */
record StandardForm(AttributeValues values, List<StandardisedRecord.Problem> problems) {

    /**
     * Standardises a record under the rules.
     *
     * @throws ResolutionException if its values make a standardiser or a rule fail
     */
    static StandardForm of(SourceRecordRow row, ResolutionRules rules) {
        try {
            StandardRecord standard = rules.matching().standardise(row.raw());
            List<StandardisedRecord.Problem> problems = new ArrayList<>();
            standard.problems()
                    .forEach(problem -> problems.add(
                            new StandardisedRecord.Problem(problem.attribute(), "standardise", problem.reason())));
            for (Finding finding : rules.validation().warnings(row.raw(), standard)) {
                problems.add(new StandardisedRecord.Problem(finding.attribute(), finding.rule(), finding.reason()));
            }
            return new StandardForm(standard.values(), problems);
        } catch (RuntimeException e) {
            throw new ResolutionException(row.recordId(), e);
        }
    }
}
