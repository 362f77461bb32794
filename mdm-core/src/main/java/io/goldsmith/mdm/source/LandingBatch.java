package io.goldsmith.mdm.source;

import io.goldsmith.matching.record.RecordId;
import java.util.ArrayList;
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

    /** A delivery as it lands, and as it was given: who it is about is known from the latter. */
    private record Item(Delivery delivery, Delivery given) {

        /** The source keys that it names, of a customer or one end of a relation. */
        List<RecordId> named() {
            String system = given.sourceSystem();
            if (given instanceof Delivery.RecordVersion version) {
                return List.of(new RecordId(system, version.sourceKey()));
            }
            if (given instanceof Delivery.Order order) {
                return List.of(new RecordId(system, order.customerKey()));
            }
            if (given instanceof Delivery.Consent consent) {
                return List.of(new RecordId(system, consent.customerKey()));
            }
            return given instanceof Delivery.Relation relation
                    ? List.of(new RecordId(system, relation.fromKey()), new RecordId(system, relation.toKey()))
                    : List.of();
        }
    }

    /**
     * @throws IllegalArgumentException if a delivery names a source system or an attribute that the configuration does not know
     */
    static LandingBatch of(List<? extends Delivery> deliveries, DeliveryCheck check) {
        List<Item> items = new ArrayList<>(deliveries.size());
        for (Delivery given : deliveries) {
            Optional<Delivery.Unreadable> misfit = check.misfit(given);
            items.add(new Item(misfit.isPresent() ? misfit.get() : given, given));
        }
        return new LandingBatch(items);
    }

    int size() {
        return items.size();
    }

    /** Every source key that is named, of a customer or one end of a relation; some more than once. */
    List<RecordId> named() {
        List<RecordId> named = new ArrayList<>(items.size());
        items.forEach(item -> named.addAll(item.named()));
        return named;
    }

    /** The batch without the deliveries that name one of the records. */
    LandingBatch without(Set<RecordId> erased) {
        return erased.isEmpty()
                ? this
                : new LandingBatch(items.stream()
                        .filter(item -> item.named().stream().noneMatch(erased::contains))
                        .toList());
    }

    /** The deliveries of a kind, in their order. */
    <D extends Delivery> List<D> of(Class<D> kind) {
        List<D> found = new ArrayList<>();
        for (Item item : items) {
            if (kind.isInstance(item.delivery)) {
                found.add(kind.cast(item.delivery));
            }
        }
        return found;
    }
}
