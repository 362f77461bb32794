package io.goldsmith.matching.standardise;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.SemanticType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An attribute computed from others of the same record in standard form, by which records can be blocked and compared like by any
 * other. It has either a union or a join. A union holds every distinct value of its parts. A join is one value: the values of its
 * parts in order, with one space between, parts that are missing left out (of a multi-valued part every value, sorted); it is missing
 * if all are.
 *
 * @param name the attribute's name
 * @param union the parts of a union; empty for a join
 * @param join the parts of a join; empty for a union
 * @param transform what is taken of each value that comes out; {@code whole} if not given
 */
public record DerivedAttribute(String name, List<DerivedPart> union, List<DerivedPart> join, String transform) {

    public DerivedAttribute {
        Objects.requireNonNull(name, "name");
        union = union == null ? List.of() : List.copyOf(union);
        join = join == null ? List.of() : List.copyOf(join);
        transform = transform == null || transform.isEmpty() ? "whole" : transform;
    }

    /**
     * What is wrong with derived attributes.
     *
     * @param pointer where, as a JSON pointer from the list of derived attributes, for example {@code /0/union/1/attribute}
     * @param message what was expected, what was found, what to do
     */
    public record Problem(String pointer, String message) {}

    /** Everything that does not fit the attributes or each other, in order; empty if {@link Derivation} takes them. */
    public static List<Problem> problems(List<AttributeDefinition> attributes, List<DerivedAttribute> derived) {
        return new DerivedAttributeCheck(attributes, derived).problems();
    }

    /**
     * The attributes, then the derived ones in order.
     *
     * @throws IllegalArgumentException if {@link #problems} finds any
     */
    public static List<AttributeDefinition> extend(
            List<AttributeDefinition> attributes, List<DerivedAttribute> derived) {
        List<Problem> problems = problems(attributes, derived);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Derived attributes do not fit: " + problems);
        }
        List<AttributeDefinition> all = new ArrayList<>(attributes);
        derived.forEach(attribute -> all.add(attribute.definition(all)));
        return List.copyOf(all);
    }

    /** The parts, whichever way they are put together. */
    List<DerivedPart> parts() {
        return Stream.concat(union.stream(), join.stream()).toList();
    }

    boolean isUnion() {
        return !union.isEmpty();
    }

    /** What it is among the attributes before it: multi-valued if values can meet in it, of its parts' type and part if they agree. */
    private AttributeDefinition definition(List<AttributeDefinition> before) {
        List<AttributeDefinition> sources = parts().stream()
                .map(part -> before.get(position(before, part.attribute())))
                .toList();
        SemanticType type = sources.get(0).type();
        boolean sameType = sources.stream().allMatch(source -> source.type() == type);
        String part = sources.get(0).part();
        boolean samePart =
                sameType && sources.stream().allMatch(source -> source.part().equals(part));
        boolean multiValued = isUnion() && (sources.size() > 1 || sources.get(0).multiValued());
        return new AttributeDefinition(name, sameType ? type : SemanticType.TEXT, samePart ? part : "", multiValued);
    }

    /** Where an attribute stands, from 0; -1 if it is not there. */
    static int position(List<AttributeDefinition> attributes, String name) {
        for (int position = 0; position < attributes.size(); position++) {
            if (attributes.get(position).name().equals(name)) {
                return position;
            }
        }
        return -1;
    }
}
