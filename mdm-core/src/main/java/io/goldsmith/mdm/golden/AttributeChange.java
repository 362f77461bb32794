package io.goldsmith.mdm.golden;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.survive.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a version changed of one attribute.
 *
 * @param before the values before; empty if there was none
 * @param after the values after; empty if there is none any more
 * @param chosen where the values after come from; empty if there is none
 */
public record AttributeChange(String attribute, List<String> before, List<String> after, Optional<Chosen> chosen) {

    /** A source record version whose values survived, and the rule that chose them. */
    public record Chosen(RecordId record, int version, String rule) {}

    /** The attributes whose values differ, by name. */
    static List<AttributeChange> between(Optional<GoldenRecord> before, GoldenRecord after) {
        SortedSet<String> names = new TreeSet<>(after.attributes().asMap().keySet());
        before.ifPresent(golden -> names.addAll(golden.attributes().asMap().keySet()));
        List<AttributeChange> changes = new ArrayList<>();
        for (String name : names) {
            List<String> old =
                    before.map(golden -> golden.attributes().all(name)).orElse(List.of());
            List<String> current = after.attributes().all(name);
            if (!old.equals(current)) {
                changes.add(new AttributeChange(
                        name, old, current, current.isEmpty() ? Optional.empty() : chosen(name, after.provenance())));
            }
        }
        return changes;
    }

    /** An attribute of a group has the provenance of its group. */
    private static Optional<Chosen> chosen(String name, Map<String, Provenance> provenance) {
        return Optional.ofNullable(provenance.get(name))
                .or(() -> provenance.values().stream()
                        .filter(of -> of.values().containsKey(name))
                        .findFirst())
                .map(of -> new Chosen(of.record(), of.version(), of.rule()));
    }
}
