package io.goldsmith.matching.suggest;

import io.goldsmith.matching.record.AttributeDefinition;
import java.util.Optional;

/**
 * A column and what is made of it.
 *
 * @param profile what it looks like
 * @param role what it holds
 * @param isNamed whether its name says so too
 * @param leftOut why it is not read; empty if it is
 * @param uncompared why it is read to block on but not compared; empty if it is compared
 */
public record ProposedColumn(
        ColumnProfile profile,
        ColumnRole role,
        boolean isNamed,
        Optional<String> leftOut,
        Optional<String> uncompared) {

    /** The column's name. */
    public String name() {
        return profile.name();
    }

    boolean isUsed() {
        return leftOut.isEmpty();
    }

    boolean isCompared() {
        return leftOut.isEmpty() && uncompared.isEmpty();
    }

    ProposedColumn without(String reason) {
        return new ProposedColumn(profile, role, isNamed, Optional.of(reason), uncompared);
    }

    ProposedColumn uncomparedFor(String reason) {
        return new ProposedColumn(profile, role, isNamed, leftOut, Optional.of(reason));
    }

    ProposedColumn as(ColumnRole other) {
        return new ProposedColumn(profile, other, isNamed, leftOut, uncompared);
    }

    /** The attribute that the column fills. */
    AttributeDefinition attribute() {
        return new AttributeDefinition(
                name(), role.type(), role.part(), !profile.separator().isEmpty());
    }
}
