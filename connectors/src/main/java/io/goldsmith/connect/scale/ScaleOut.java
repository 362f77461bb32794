package io.goldsmith.connect.scale;

import io.goldsmith.connect.health.Breaker;
import io.goldsmith.connect.health.Meters;
import io.goldsmith.connect.settings.ScaleOutSettings.KafkaSharing;
import io.goldsmith.connect.spi.Landing;
import io.goldsmith.connect.spi.OwnLanding;
import io.goldsmith.connect.spi.Waiting;
import io.goldsmith.connect.turn.Turns;
import io.goldsmith.mdm.Hub;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The sharing of a hub's work by Kafka, as one node takes part in it. It joins when there is something to share. Thread-safe. */
public final class ScaleOut implements AutoCloseable {

    /** What the cluster is called among the outside systems; no connector can be called so. */
    public static final String SYSTEM = "scale-out by kafka";

    /** How many batches a node lands at a time: the database writes one while the hub puts the other together. */
    private static final int LANDERS = 2;

    private final Hub hub;
    private final Cluster cluster;
    private final LandedParts parts;
    private final SharedLanding landing;
    private final GoldenShares shares;
    private final Waiting waiting = new Waiting();
    private final AtomicLong landed = new AtomicLong();
    private final List<GroupMember> landers = new ArrayList<>();
    private final List<GroupMember> senders = new ArrayList<>();
    private boolean isClosed;

    /**
     * @param breaker of the cluster
     * @param turns those of this node
     */
    public ScaleOut(Hub hub, KafkaSharing settings, Breaker breaker, Turns turns) {
        this.hub = hub;
        this.cluster = new Cluster(settings, hub.configuration().folder(), breaker);
        this.parts = new LandedParts(hub.store());
        this.landing = new SharedLanding(cluster, new OwnLanding(hub), parts, waiting, this::joinLanding);
        this.shares = new GoldenShares(cluster, turns);
    }

    /** Landing by all nodes; this one takes part from the first batch on. */
    public Landing landing() {
        return landing;
    }

    /** The golden ids that are this node's. */
    public GoldenShares shares() {
        return shares;
    }

    /** Takes part in landing from now on. */
    public synchronized void joinLanding() {
        while (!isClosed && landers.size() < LANDERS) {
            landers.add(new GroupMember(
                    cluster, cluster.settings().landingTopic(), "earliest", new Lander(hub, cluster, parts, landed)));
        }
    }

    /** Takes part in replication from now on. */
    public synchronized void joinReplication() {
        if (!isClosed && senders.isEmpty()) {
            senders.add(new GroupMember(cluster, cluster.settings().replicationTopic(), "latest", shares));
        }
    }

    /** Lets a target's name be told when messages say that there is something to do for it. */
    public void wake(Consumer<String> told) {
        shares.wake(told);
    }

    /** Hands over what this node has done, and what waits in the partitions that are its own. */
    public void measure(Meters meters) {
        meters.counter(
                "goldsmith.scaleout.landed",
                "Deliveries of extractions that this node has landed, whichever node extracted them",
                Map.of(),
                landed::get);
        meters.counter(
                "goldsmith.scaleout.sent", "Deliveries that this node has sent to targets", Map.of(), shares::sent);
        for (int part = 0; part < cluster.settings().partitions(); part++) {
            lag(meters, cluster.settings().landingTopic(), part, landers);
            lag(meters, cluster.settings().replicationTopic(), part, senders);
        }
    }

    private void lag(Meters meters, String topic, int part, Collection<GroupMember> members) {
        meters.gauge(
                "goldsmith.scaleout.lag",
                "Messages that wait in a partition that is this node's; not a number where it is another's",
                Map.of("topic", topic, "partition", Integer.toString(part)),
                () -> lag(part, members));
    }

    private synchronized double lag(int part, Collection<GroupMember> members) {
        return members.stream()
                .mapToDouble(member -> member.lag(part))
                .filter(messages -> !Double.isNaN(messages))
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Leaves; what is under way is finished first. */
    @Override
    public void close() {
        List<GroupMember> leaving;
        synchronized (this) {
            isClosed = true;
            leaving = new ArrayList<>(landers);
            leaving.addAll(senders);
        }
        leaving.forEach(GroupMember::close);
        waiting.close();
        cluster.close();
    }
}
