package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.survive.Candidate;
import io.goldsmith.matching.survive.Pin;
import io.goldsmith.matching.survive.Provenance;
import io.goldsmith.matching.survive.Survivors;
import io.goldsmith.matching.survive.Survivorship;
import io.goldsmith.mdm.model.LifecycleSettings;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Prospect, customer or inactive, as a function of the surviving values, the orders and the instant:
 *
 * <ol>
 *   <li>what a steward pinned stands;
 *   <li>{@code inactive}, said by a source after the last order, stands: sources know closed accounts;
 *   <li>who ordered, or is a customer by a source's word, is a customer until the last order or contact is too long ago, then inactive;
 *   <li>otherwise what a source says stands; who is unknown to all of them is a prospect.
 * </ol>
 *
 * The word of the sources is the value that survives by the attribute's own survivorship rule.
 */
final class Lifecycle {

    /** The word for the rule in provenance. */
    static final String RULE = "lifecycle";

    private static final String PROSPECT = "prospect";
    private static final String CUSTOMER = "customer";
    private static final String INACTIVE = "inactive";

    private final String attribute;
    private final LifecycleSettings settings;
    private final Survivors survivors;
    private final Optional<Provenance> said;

    private Lifecycle(LifecycleSettings settings, Survivors survivors) {
        this.settings = settings;
        this.attribute = settings.attribute();
        this.survivors = survivors;
        this.said = Optional.ofNullable(survivors.provenance().get(attribute));
    }

    /**
     * Survivors with the lifecycle derived.
     *
     * @param candidates the source records of the cluster
     * @param orders the last order of each record that has any
     * @param evaluationInstant for which instant it is derived; from valid-until on it is another
     */
    static Survivors derive(
            LifecycleSettings settings,
            Survivors survivors,
            List<Candidate> candidates,
            List<Contact> orders,
            Instant evaluationInstant) {
        return new Lifecycle(settings, survivors).derive(candidates, orders, evaluationInstant);
    }

    private Survivors derive(List<Candidate> candidates, List<Contact> orders, Instant evaluationInstant) {
        Optional<Contact> order = orders.stream().max(Contact.BY_TIME);
        boolean isPinned = said.filter(by -> by.rule().equals(Pin.RULE)).isPresent();
        if (isPinned || candidates.isEmpty() || isClosed(order)) {
            return survivors;
        }
        Optional<Contact> contact = Stream.concat(
                        order.stream(),
                        candidates.stream().flatMap(candidate -> Contact.ofRecord(candidate, attribute).stream()))
                .max(Contact.BY_TIME);
        if (order.isPresent() || says(CUSTOMER)) {
            return customer(contact.orElseGet(() -> wordOf(candidates)), evaluationInstant);
        }
        return hasWord() ? survivors : with(PROSPECT, contact.orElseGet(() -> smallest(candidates)), Optional.empty());
    }

    private boolean isClosed(Optional<Contact> order) {
        return says(INACTIVE)
                && order.filter(last -> last.at().isAfter(said.orElseThrow().asOf()))
                        .isEmpty();
    }

    private Survivors customer(Contact contact, Instant evaluationInstant) {
        Instant last = says(CUSTOMER) && said.orElseThrow().asOf().isAfter(contact.at())
                ? said.orElseThrow().asOf()
                : contact.at();
        Instant end =
                last.atOffset(ZoneOffset.UTC).plus(settings.inactiveAfter()).toInstant();
        return evaluationInstant.isBefore(end)
                ? with(CUSTOMER, contact, Optional.of(end))
                : with(INACTIVE, contact, Optional.empty());
    }

    private boolean says(String stage) {
        return survivors
                .values()
                .first(attribute)
                .filter(stage::equalsIgnoreCase)
                .isPresent();
    }

    private boolean hasWord() {
        return survivors.values().first(attribute).isPresent();
    }

    /** Of a customer of whom nothing is known but that: the record that says so. */
    private Contact wordOf(List<Candidate> candidates) {
        Provenance word = said.orElseThrow();
        Candidate speaker = candidates.stream()
                .filter(candidate -> candidate.record().equals(word.record()))
                .findFirst()
                .orElseGet(() -> smallest(candidates).candidate());
        return new Contact(word.asOf(), speaker);
    }

    private static Contact smallest(List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> new Contact(candidate.sourceTimestamp(), candidate))
                .min((one, other) ->
                        one.candidate().record().compareTo(other.candidate().record()))
                .orElseThrow();
    }

    /** What the sources say already keeps their provenance; the rest names the contact, and the sources' word as what lost. */
    private Survivors with(String stage, Contact contact, Optional<Instant> until) {
        Optional<Instant> validUntil =
                Stream.concat(until.stream(), survivors.validUntil().stream()).min(Instant::compareTo);
        if (says(stage)) {
            return new Survivors(survivors.values(), survivors.provenance(), validUntil, survivors.conflicts());
        }
        Map<String, List<String>> values = new TreeMap<>(survivors.values().asMap());
        values.put(attribute, List.of(stage));
        TreeMap<String, Provenance> provenance = new TreeMap<>(survivors.provenance());
        provenance.put(
                attribute,
                new Provenance(
                        contact.candidate().record(),
                        contact.candidate().version(),
                        RULE,
                        contact.at(),
                        contact.candidate().trust().purposes(),
                        Map.of(),
                        losers(),
                        Optional.empty(),
                        Optional.empty()));
        return new Survivors(
                AttributeValues.of(values),
                Collections.unmodifiableSortedMap(provenance),
                validUntil,
                survivors.conflicts());
    }

    private List<Provenance.Loser> losers() {
        List<Provenance.Loser> losers = new ArrayList<>();
        said.ifPresent(by -> {
            losers.add(new Provenance.Loser(
                    by.record(),
                    by.version(),
                    by.asOf(),
                    by.purposes(),
                    Map.of(attribute, survivors.values().all(attribute)),
                    by.pinnedBy()));
            losers.addAll(by.losers());
        });
        return List.copyOf(losers.subList(0, Math.min(losers.size(), Survivorship.MAX_LOSERS)));
    }
}
