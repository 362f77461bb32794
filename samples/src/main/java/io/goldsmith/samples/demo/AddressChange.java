package io.goldsmith.samples.demo;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.samples.generate.PostalAddress;
import io.goldsmith.samples.landscape.LandscapeSystem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A change of address made in one system by its own user, followed to the others.
 *
 * @param golden the customer's golden record
 * @param from the system where it is made, and the customer's key there
 * @param to the systems where it should arrive, and the customer's keys there
 * @param address the new address
 */
record AddressChange(GoldenId golden, Place from, List<Place> to, PostalAddress address) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_EVERY_NANOS = 20_000_000L;

    /** A customer in one system. */
    record Place(LandscapeSystem system, String key) {

        static Place of(LandscapeSystem system, List<RecordId> members) {
            return members.stream()
                    .filter(member -> member.source().equals(system.name()))
                    .map(member -> new Place(system, member.key()))
                    .findFirst()
                    .orElseThrow();
        }

        boolean has(PostalAddress address) {
            return system.customer(key)
                    .filter(values ->
                            values.containsValue(address.street()) && values.containsValue(address.postcode()))
                    .isPresent();
        }
    }

    /** Makes the change and waits until it has arrived; a place where it did not within a minute is not in the answer. */
    Map<Place, Duration> follow() {
        from.system().changeAddress(from.key(), address);
        long start = System.nanoTime();
        Map<Place, Duration> arrived = new LinkedHashMap<>();
        while (arrived.size() < to.size() && System.nanoTime() - start < PATIENCE.toNanos()) {
            for (Place place : to) {
                if (!arrived.containsKey(place) && place.has(address)) {
                    arrived.put(place, Duration.ofNanos(System.nanoTime() - start));
                }
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        return arrived;
    }
}
