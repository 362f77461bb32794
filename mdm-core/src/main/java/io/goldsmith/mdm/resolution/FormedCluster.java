package io.goldsmith.mdm.resolution;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster as clustering formed it.
 *
 * @param members its source records, sorted by record id
 * @param links hub id to how the record came to be in the cluster
 */
record FormedCluster(List<MemberRecord> members, Map<Long, Link> links) {

    /**
     * How a record came to its cluster.
     *
     * @param weight of its strongest link to another member; empty if no scored pair links it
     * @param manual whether a steward's decision links it
     */
    record Link(Optional<Integer> weight, boolean manual) {

        static final Link ALONE = new Link(Optional.empty(), false);

        String origin() {
            return manual ? "MANUAL" : "AUTO";
        }

        Link stronger(int other) {
            return weight.filter(known -> known >= other).isPresent() ? this : new Link(Optional.of(other), manual);
        }
    }

    /** While it is formed: a scored pair links a member. */
    void link(long recordId, int weight) {
        links.put(recordId, links.getOrDefault(recordId, Link.ALONE).stronger(weight));
    }

    /** While it is formed: a decision links a member. */
    void linkByHand(long recordId) {
        links.put(recordId, new Link(links.getOrDefault(recordId, Link.ALONE).weight(), true));
    }
}
