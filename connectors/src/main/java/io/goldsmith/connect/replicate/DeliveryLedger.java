package io.goldsmith.connect.replicate;

import io.goldsmith.mdm.golden.GoldenId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was delivered to which target, what waits, and what failed. */
public final class DeliveryLedger {

    /** The deliveries of a golden record, newest first, at most 1,000. */
    public List<Delivered> ofGoldenRecord(GoldenId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Deliveries, newest first.
     *
     * @param target only this target's, if present
     * @param state only those in this state, if present
     * @param page from 0
     * @param size 1 to 500
     */
    public List<Delivered> find(Optional<String> target, Optional<DeliveryState> state, int page, int size) {
        throw new UnsupportedOperationException();
    }

    /** How many deliveries are in each state, by target; targets without any have zeros for every state. */
    public Map<String, Map<DeliveryState, Long>> counts() {
        throw new UnsupportedOperationException();
    }
}
