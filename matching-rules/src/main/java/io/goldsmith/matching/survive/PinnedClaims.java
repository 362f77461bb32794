package io.goldsmith.matching.survive;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.RecordId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What stewards pinned for a cluster, as claims: those of pins that hold and whose source record is in the cluster. */
final class PinnedClaims {

    private static final Comparator<Pin> NEWEST_FIRST =
            Comparator.comparing(Pin::madeAt).thenComparingLong(Pin::decision).reversed();

    private final Map<RecordId, Candidate> candidates = new HashMap<>();
    private final List<Pin> pins = new ArrayList<>();
    private final Instant evaluationInstant;

    PinnedClaims(List<Candidate> candidates, Collection<Pin> pins, Instant evaluationInstant) {
        this.evaluationInstant = evaluationInstant;
        if (!pins.isEmpty()) {
            candidates.forEach(candidate -> this.candidates.put(candidate.record(), candidate));
            pins.stream()
                    .filter(pin -> this.candidates.containsKey(pin.record()))
                    .sorted(NEWEST_FIRST)
                    .forEach(this.pins::add);
        }
    }

    /** The claims for a group, the newest first, which wins. */
    List<Claim> of(AttributeGroup group) {
        return pins.isEmpty()
                ? List.of()
                : pins.stream()
                        .filter(pin -> pin.name().equals(group.name()) && pin.holdsAt(evaluationInstant))
                        .map(pin -> claim(pin, group))
                        .toList();
    }

    private Claim claim(Pin pin, AttributeGroup group) {
        Map<String, List<String>> shown = new TreeMap<>();
        Map<String, List<String>> standard = new TreeMap<>();
        for (AttributeDefinition attribute : group.attributes()) {
            List<String> values = pin.standard().all(attribute.name());
            if (!values.isEmpty()) {
                shown.put(attribute.name(), ShownValues.of(attribute, pin.raw(), values));
                standard.put(attribute.name(), values);
            }
        }
        SourceTrust trust = candidates.get(pin.record()).trust();
        return new Claim(
                pin.record(),
                pin.record(),
                pin.version(),
                pin.madeAt(),
                2 * trust.of(group),
                trust,
                shown,
                standard,
                Optional.of(pin.madeBy()),
                Optional.empty());
    }

    /** When a pin of the cluster begins or ends to hold; empty: never. */
    Optional<Instant> nextChange() {
        return pins.stream()
                .flatMap(pin -> pin.nextChange(evaluationInstant).stream())
                .min(Comparator.naturalOrder());
    }
}
