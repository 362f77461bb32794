package io.goldsmith.mdm.golden;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.survive.Provenance;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Chooses from a golden record's provenance what may serve a purpose. */
final class PurposeView {

    private PurposeView() {}

    static AttributeValues of(GoldenRecord golden, String purpose) {
        Map<String, List<String>> values = new TreeMap<>(golden.attributes().asMap());
        golden.provenance().forEach((name, provenance) -> {
            if (provenance.values().keySet().equals(Set.of(name))) {
                List<String> allowed = united(values.get(name), provenance, purpose, name);
                replace(values, name, allowed);
            } else if (!provenance.purposes().contains(purpose)) {
                values.keySet().removeAll(provenance.values().keySet());
                values.remove(name);
                provenance.losers().stream()
                        .filter(loser -> loser.purposes().contains(purpose))
                        .findFirst()
                        .ifPresent(best -> best.values()
                                .forEach((attribute, shown) ->
                                        replace(values, attribute, shown.subList(0, Math.min(1, shown.size())))));
            }
        });
        return AttributeValues.of(values);
    }

    private static void replace(Map<String, List<String>> values, String attribute, List<String> allowed) {
        if (allowed.isEmpty()) {
            values.remove(attribute);
        } else {
            values.put(attribute, allowed);
        }
    }

    private static List<String> united(List<String> golden, Provenance provenance, String purpose, String name) {
        Set<String> allowed = new HashSet<>();
        if (provenance.purposes().contains(purpose)) {
            allowed.addAll(provenance.values().get(name));
        }
        for (Provenance.Loser loser : provenance.losers()) {
            if (loser.purposes().contains(purpose)) {
                allowed.addAll(loser.values().getOrDefault(name, List.of()));
            }
        }
        return golden.stream().filter(allowed::contains).toList();
    }
}
