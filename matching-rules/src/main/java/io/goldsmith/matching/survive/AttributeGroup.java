package io.goldsmith.matching.survive;

import io.goldsmith.matching.record.AttributeDefinition;
import java.util.List;

/**
 * Attributes that move as one in survivorship: an address, or one attribute by itself.
 *
 * @param name the group's name, or the attribute's if it is alone
 * @param attributes at least one, in the order of the model
 */
public record AttributeGroup(String name, List<AttributeDefinition> attributes) {

    public AttributeGroup {
        attributes = List.copyOf(attributes);
        if (attributes.isEmpty()) {
            throw new IllegalArgumentException("A group has at least one attribute, but '" + name + "' has none");
        }
        if (attributes.size() > 1 && attributes.stream().anyMatch(AttributeDefinition::multiValued)) {
            throw new IllegalArgumentException(
                    "Attributes that move as one have one value each, but group '" + name + "' has a multi-valued one");
        }
    }

    /** An attribute that moves by itself. */
    public static AttributeGroup alone(AttributeDefinition attribute) {
        return new AttributeGroup(attribute.name(), List.of(attribute));
    }

    /** Whether the values of several candidates are united instead of one being chosen. */
    boolean isMultiValued() {
        return attributes.get(0).multiValued();
    }
}
