package io.goldsmith.connect.spi;

import io.goldsmith.mdm.source.Delivery;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lands one stream's deliveries in batches. It remembers the newest ones, because a stream that starts a little before its watermark delivers them again each
 * time: what is equal to what was landed just before is only counted. Not thread-safe.
 */
public final class StreamLander {

    private static final int REMEMBERED = 5_000;

    private final Map<String, Delivery> recent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Delivery> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** What was landed since the extraction began, as far as it will be remembered: looking it up is of use to the next one alone. */
    private final Deque<List<Delivery>> landed = new ArrayDeque<>();

    private int landedSize;
    private final List<Delivery> batch = new ArrayList<>(ExtractionRun.BATCH);
    private long again;

    /** Forgets a batch that a failed extraction left behind. */
    public void begin() {
        batch.clear();
        again = 0;
        landed.forEach(deliveries -> deliveries.forEach(delivery -> recent.put(keyOf(delivery), delivery)));
        forgetLanded();
    }

    private void forgetLanded() {
        landed.clear();
        landedSize = 0;
    }

    /** The same for a full extract, which delivers everything again, be it equal to what was landed just before. */
    public void beginFullExtract() {
        begin();
        recent.clear();
        forgetLanded();
    }

    /**
     * Takes a delivery.
     *
     * @return whether the batch is full and wants {@link #flush}
     */
    public boolean add(Delivery delivery) {
        String key = keyOf(delivery);
        Delivery known = recent.get(key);
        if (delivery.equals(known)) {
            again++;
            return false;
        }
        if (known != null) {
            // Should the source take it back, that is news again.
            recent.remove(key);
        }
        batch.add(delivery);
        return batch.size() == ExtractionRun.BATCH;
    }

    /**
     * Lands what was taken.
     *
     * @return the newest timestamp among it, empty if nothing had one
     */
    public Optional<Instant> flush(ExtractionRun run) {
        List<Delivery> taken = take(run);
        run.land(taken);
        return noted(taken);
    }

    /**
     * Lands what was taken while more is read.
     *
     * @param landed told the newest timestamp among it, empty if nothing had one, when it and all before it are landed
     */
    public void flushBehind(ExtractionRun run, Consumer<Optional<Instant>> landed) {
        List<Delivery> taken = take(run);
        run.queue(taken, () -> landed.accept(noted(taken)));
    }

    private List<Delivery> take(ExtractionRun run) {
        run.unchanged(again);
        again = 0;
        List<Delivery> taken = List.copyOf(batch);
        batch.clear();
        return taken;
    }

    /** Only what is landed is remembered: what a failed extraction left behind is landed by the next one. */
    private Optional<Instant> noted(List<Delivery> deliveries) {
        landed.add(deliveries);
        landedSize += deliveries.size();
        while (landedSize - landed.peek().size() >= REMEMBERED) {
            landedSize -= landed.remove().size();
        }
        Optional<Instant> newest = Optional.empty();
        for (Delivery delivery : deliveries) {
            Optional<Instant> timestamp = timestampOf(delivery);
            if (timestamp.isPresent() && (newest.isEmpty() || timestamp.get().isAfter(newest.get()))) {
                newest = timestamp;
            }
        }
        return newest;
    }

    /** What tells a delivery from others of its kind. */
    static String keyOf(Delivery delivery) {
        if (delivery instanceof Delivery.RecordVersion version) {
            return version.sourceKey();
        }
        if (delivery instanceof Delivery.Order order) {
            return order.orderKey();
        }
        if (delivery instanceof Delivery.Relation relation) {
            return relation.fromKey() + '\n' + relation.toKey();
        }
        return ((Delivery.Unreadable) delivery).origin();
    }

    private static Optional<Instant> timestampOf(Delivery delivery) {
        if (delivery instanceof Delivery.RecordVersion version) {
            return Optional.of(version.sourceTimestamp());
        }
        if (delivery instanceof Delivery.Relation relation) {
            return Optional.of(relation.sourceTimestamp());
        }
        return Optional.empty();
    }
}
