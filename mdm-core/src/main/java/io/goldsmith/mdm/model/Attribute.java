package io.goldsmith.mdm.model;

import io.goldsmith.matching.record.AttributeDefinition;
import java.util.List;
import java.util.Optional;

/**
 * An attribute of the entity model.
 *
 * @param definition name, semantic type, part, multi-valued or not
 * @param group the group with which it moves as one in survivorship, for example {@code address}
 * @param sensitivity its sensitivity class
 * @param values the values that it may have; empty: any
 */
public record Attribute(
        AttributeDefinition definition, Optional<String> group, Sensitivity sensitivity, List<String> values) {

    public String name() {
        return definition.name();
    }
}
