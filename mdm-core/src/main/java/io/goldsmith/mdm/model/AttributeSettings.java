package io.goldsmith.mdm.model;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.SemanticType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One attribute as it is written in the {@code model} section.
 *
 * @param type the word of its semantic type
 * @param part the part of its type; empty: the whole
 * @param multiValued whether one record may hold several values
 * @param group the group with which it moves as one; empty: none
 * @param sensitivity the word of its sensitivity class; empty: none
 * @param values the values that it may have; empty: any
 */
record AttributeSettings(
        String type, String part, boolean multiValued, String group, String sensitivity, List<String> values) {

    AttributeSettings {
        part = part == null ? "" : part;
        sensitivity = sensitivity == null ? Sensitivity.NONE.word() : sensitivity;
        values = values == null ? List.of() : List.copyOf(values);
    }

    Attribute attribute(String name) {
        return new Attribute(
                new AttributeDefinition(name, semanticType(), part, multiValued),
                Optional.ofNullable(group),
                Sensitivity.ofWord(sensitivity),
                values);
    }

    private SemanticType semanticType() {
        return Arrays.stream(SemanticType.values())
                .filter(known -> known.word().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no semantic type " + type));
    }
}
