package io.goldsmith.mdm.model;

import java.util.List;
import java.util.Map;

/**
 * The {@code model} section.
 *
 * @param attributes the attributes by name, in the order of the file
 */
public record ModelSettings(Map<String, AttributeSettings> attributes) {

    /** The entity model that the section describes. */
    EntityModel entityModel() {
        List<Attribute> list = attributes.entrySet().stream()
                .map(entry -> entry.getValue().attribute(entry.getKey()))
                .toList();
        return new EntityModel(list);
    }
}
