package io.goldsmith.matching.standardise;

import io.goldsmith.matching.record.AttributeValues;
import java.util.List;

/**
 * A record in standard form.
 *
 * @param values the standard values; a placeholder or a value that cannot be standardised is absent
 * @param problems what could not be standardised, in the order of the attributes
 */
public record StandardRecord(AttributeValues values, List<StandardisationProblem> problems) {

    public StandardRecord {
        problems = List.copyOf(problems);
    }
}
