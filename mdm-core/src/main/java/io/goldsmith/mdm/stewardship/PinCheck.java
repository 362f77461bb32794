package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.matching.standardise.StandardRecord;
import io.goldsmith.matching.survive.Survivorship;
import io.goldsmith.mdm.model.Attribute;
import io.goldsmith.mdm.model.EntityModel;
import io.goldsmith.mdm.quality.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Judges values that a steward would pin by the entity model and the validation rules that reject. */
final class PinCheck {

    private final EntityModel model;
    private final Supplier<Matching> matching;
    private final Validation validation;

    PinCheck(EntityModel model, Supplier<Matching> matching, Validation validation) {
        this.model = model;
        this.matching = matching;
        this.validation = validation;
    }

    /**
     * The standard form of values for an attribute or a group.
     *
     * @throws InapplicableDecisionException with everything that is wrong with them; the values are not repeated
     */
    AttributeValues standard(String name, AttributeValues values) {
        List<Attribute> attributes = attributes(name);
        List<String> problems = new ArrayList<>();
        List<String> names = attributes.stream().map(Attribute::name).toList();
        values.asMap().keySet().stream()
                .filter(given -> !names.contains(given))
                .forEach(given -> problems.add(given + " is none of " + names));
        if (values.asMap().isEmpty()) {
            problems.add("no attribute is named; give an empty list of values to pin that there is none");
        }
        validation.rejections(values).forEach(finding -> problems.add(finding.attribute() + " " + finding.reason()));
        StandardRecord standard = problems.isEmpty()
                ? matching.get().standardise(values)
                : new StandardRecord(AttributeValues.none(), List.of());
        standard.problems().forEach(problem -> problems.add(problem.attribute() + " " + problem.reason()));
        for (Attribute attribute : attributes) {
            if (problems.isEmpty()) {
                check(attribute, values, standard.values(), problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new InapplicableDecisionException(
                    "The values for '" + name + "' cannot be pinned: " + String.join("; ", problems));
        }
        TreeMap<String, List<String>> kept = new TreeMap<>(standard.values().asMap());
        kept.keySet().retainAll(names);
        return AttributeValues.of(kept);
    }

    private List<Attribute> attributes(String name) {
        List<Attribute> group = model.group(name);
        if (!group.isEmpty()) {
            return group;
        }
        Attribute attribute = model.attribute(name)
                .orElseThrow(() -> new InapplicableDecisionException("There is no attribute or group '" + name
                        + "' to pin; there are "
                        + model.attributes().stream().map(Attribute::name).toList()));
        if (attribute.group().isPresent()) {
            throw new InapplicableDecisionException("'" + name + "' moves with its group; pin '"
                    + attribute.group().get() + "' as a whole");
        }
        return List.of(attribute);
    }

    private static void check(
            Attribute attribute, AttributeValues values, AttributeValues standard, List<String> problems) {
        int given = values.all(attribute.name()).size();
        int most = attribute.definition().multiValued() ? Survivorship.MAX_VALUES : 1;
        if (given > most) {
            problems.add(attribute.name() + " has at most " + most + " values, but " + given + " are given");
        }
        if (standard.all(attribute.name()).size() < given) {
            problems.add(attribute.name() + " has a value that stands for none, such as a placeholder");
        }
        if (!attribute.values().isEmpty() && !attribute.values().containsAll(values.all(attribute.name()))) {
            problems.add(attribute.name() + " is one of " + attribute.values() + ", but this is none of them");
        }
    }
}
