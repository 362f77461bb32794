package io.goldsmith.mdm.source;

import io.goldsmith.matching.record.RecordId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checked deliveries that land together. What does not fit the tables is an {@link Delivery.Unreadable} here, but still known by whom it
 * was about.
 */
final class LandingBatch {

    private final List<Item> items;

    private LandingBatch(List<Item> items) {
        this.items = items;
    }

    /** A delivery as it lands, and the source keys that the one given names. */
    private record Item(Delivery delivery, Set<RecordId> named) {}

    /**
     * @throws IllegalArgumentException if a delivery names a source system or an attribute that the configuration does not know
     */
    static LandingBatch of(List<? extends Delivery> deliveries, DeliveryCheck check) {
        List<Item> items = new ArrayList<>(deliveries.size());
        for (Delivery given : deliveries) {
            Optional<Delivery.Unreadable> misfit = check.misfit(given);
            items.add(new Item(misfit.map(Delivery.class::cast).orElse(given), named(given)));
        }
        return new LandingBatch(items);
    }

    private static Set<RecordId> named(Delivery delivery) {
        String system = delivery.sourceSystem();
        if (delivery instanceof Delivery.RecordVersion version) {
            return Set.of(new RecordId(system, version.sourceKey()));
        }
        if (delivery instanceof Delivery.Order order) {
            return Set.of(new RecordId(system, order.customerKey()));
        }
        if (delivery instanceof Delivery.Consent consent) {
            return Set.of(new RecordId(system, consent.customerKey()));
        }
        if (delivery instanceof Delivery.Relation relation) {
            Set<RecordId> ends = new HashSet<>();
            ends.add(new RecordId(system, relation.fromKey()));
            ends.add(new RecordId(system, relation.toKey()));
            return ends;
        }
        return Set.of();
    }

    int size() {
        return items.size();
    }

    /** Every source key that is named, of a customer or one end of a relation. */
    Set<RecordId> named() {
        Set<RecordId> named = new HashSet<>();
        items.forEach(item -> named.addAll(item.named));
        return named;
    }

    /** The batch without the deliveries that name one of the records. */
    LandingBatch without(Set<RecordId> erased) {
        return erased.isEmpty()
                ? this
                : new LandingBatch(items.stream()
                        .filter(item -> item.named.stream().noneMatch(erased::contains))
                        .toList());
    }

    /** The deliveries of a kind, in their order. */
    <D extends Delivery> List<D> of(Class<D> kind) {
        return items.stream()
                .map(Item::delivery)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
