package io.goldsmith.matching.suggest;

import io.goldsmith.matching.compare.ComparisonSettings;
import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.standardise.DerivedAttribute;
import java.util.List;

/**
 * What is compared and how; blocking rules are still to be chosen.
 *
 * @param columns every column of the files, with what is made of it
 * @param derived attributes computed from those of the columns
 * @param comparisons the comparisons
 * @param exclusive identifiers that no cluster may hold two values of
 */
public record MatchDesign(
        List<ProposedColumn> columns,
        List<DerivedAttribute> derived,
        List<ComparisonSettings> comparisons,
        List<String> exclusive) {

    public MatchDesign {
        columns = List.copyOf(columns);
        derived = List.copyOf(derived);
        comparisons = List.copyOf(comparisons);
        exclusive = List.copyOf(exclusive);
    }

    /** The attributes that the columns fill, in their order. */
    public List<AttributeDefinition> attributes() {
        return columns.stream()
                .filter(ProposedColumn::isUsed)
                .map(ProposedColumn::attribute)
                .toList();
    }

    /** The same without some comparisons. */
    MatchDesign with(List<ComparisonSettings> others) {
        return new MatchDesign(columns, derived, others, exclusive);
    }
}
