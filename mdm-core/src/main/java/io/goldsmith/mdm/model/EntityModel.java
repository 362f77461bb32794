package io.goldsmith.mdm.model;

import io.goldsmith.matching.record.AttributeDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The customer as this hub knows it: its attributes, in the order of the configuration. */
public final class EntityModel {

    private final List<Attribute> attributes;
    private final Map<String, Attribute> byName;

    public EntityModel(List<Attribute> attributes) {
        this.attributes = List.copyOf(attributes);
        this.byName = attributes.stream().collect(Collectors.toUnmodifiableMap(Attribute::name, Function.identity()));
    }

    public List<Attribute> attributes() {
        return attributes;
    }

    public Optional<Attribute> attribute(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What the matching engine needs to know of the attributes. */
    public List<AttributeDefinition> definitions() {
        return attributes.stream().map(Attribute::definition).toList();
    }

    /** The attributes that move as one, in order. */
    public List<Attribute> group(String group) {
        return attributes.stream()
                .filter(attribute -> attribute.group().filter(group::equals).isPresent())
                .toList();
    }
}
