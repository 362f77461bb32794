package io.goldsmith.matching.standardise;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.settings.NearestWord;
import java.util.ArrayList;
import java.util.List;

/** Whether derived attributes fit the attributes that they are computed from. */
final class DerivedAttributeCheck {

    private final List<String> known = new ArrayList<>();
    private final List<DerivedAttribute> derived;
    private final List<DerivedAttribute.Problem> problems = new ArrayList<>();

    DerivedAttributeCheck(List<AttributeDefinition> attributes, List<DerivedAttribute> derived) {
        attributes.forEach(attribute -> known.add(attribute.name()));
        this.derived = derived;
    }

    List<DerivedAttribute.Problem> problems() {
        for (int position = 0; position < derived.size(); position++) {
            check("/" + position, derived.get(position));
            known.add(derived.get(position).name());
        }
        return List.copyOf(problems);
    }

    private void check(String pointer, DerivedAttribute attribute) {
        if (attribute.name().isBlank()) {
            report(pointer + "/name", "a derived attribute needs a name.");
        }
        if (known.contains(attribute.name())) {
            report(
                    pointer + "/name",
                    "the attribute \"" + attribute.name() + "\" exists already; give the derived one another name.");
        }
        if (attribute.union().isEmpty() == attribute.join().isEmpty()) {
            report(
                    pointer,
                    "expected either union or join with at least one part, but found "
                            + (attribute.isUnion() ? "both; keep one." : "neither; add one."));
        }
        transform(pointer + "/transform", attribute.transform());
        parts(pointer + "/union/", attribute.union());
        parts(pointer + "/join/", attribute.join());
    }

    private void parts(String pointer, List<DerivedPart> parts) {
        for (int part = 0; part < parts.size(); part++) {
            String name = parts.get(part).attribute();
            if (!known.contains(name)) {
                List<String> names = known.stream().sorted().toList();
                report(
                        pointer + part + "/attribute",
                        "unknown attribute \"" + name
                                + "\": expected one of the record or one that is derived further up; "
                                + NearestWord.hint(name, names));
            }
            transform(pointer + part + "/transform", parts.get(part).transform());
        }
    }

    private void transform(String pointer, String transform) {
        if (ValueTransform.parse(transform).isEmpty()) {
            report(
                    pointer,
                    "unknown transform \"" + transform + "\"; valid are " + String.join(", ", ValueTransform.words())
                            + ".");
        }
    }

    private void report(String pointer, String message) {
        problems.add(new DerivedAttribute.Problem(pointer, message));
    }
}
