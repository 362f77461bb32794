package io.goldsmith.connect.replicate;

import io.goldsmith.connect.turn.Turn;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.Member;
import io.goldsmith.mdm.publish.ChangeEvent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns change events into deliveries for one target. It looks at what the golden record is now, not at what the event says: only the newest state counts, and an
 * event that comes twice finds nothing to do.
 */
final class Planner {

    private static final int EVENTS = 500;

    private final Hub hub;
    private final String target;
    private final String sourceSystem;
    private final RecordUpdates updates;
    private final DeliveryRows rows;
    private final ReplicationConflicts conflicts;
    private final Creations creations;

    Planner(
            Hub hub,
            String target,
            String sourceSystem,
            RecordUpdates updates,
            DeliveryRows rows,
            ReplicationConflicts conflicts,
            Creations creations) {
        this.hub = hub;
        this.target = target;
        this.sourceSystem = sourceSystem;
        this.updates = updates;
        this.rows = rows;
        this.conflicts = conflicts;
        this.creations = creations;
    }

    /** The consumer name of a target in the outbox. */
    static String consumer(String target) {
        return "replicate-" + target;
    }

    /**
     * Plans the next events; deliveries and cursor are written in one transaction.
     *
     * @param turn to plan for the target
     * @return the events that there were
     * @throws io.goldsmith.connect.turn.TurnLostException if another node plans by now
     */
    List<ChangeEvent> plan(Turn turn) {
        List<ChangeEvent> events = hub.outbox().after(hub.outbox().cursor(consumer(target)), EVENTS);
        if (events.isEmpty()) {
            return events;
        }
        Set<GoldenId> changed = new LinkedHashSet<>();
        events.forEach(event -> changed.add(event.goldenId()));
        return hub.store().inTransaction(transaction -> {
            turn.fence(transaction);
            plan(changed);
            hub.outbox().advance(consumer(target), events.get(events.size() - 1).position());
            return events;
        });
    }

    /**
     * A merged id leads to the survivor, so the records of both are looked at. A restricted customer is kept and not sent; when that is
     * lifted, the next change brings its records to the state of then.
     */
    private void plan(Collection<GoldenId> changed) {
        Map<GoldenId, GoldenRecord> golden = new TreeMap<>();
        boolean isAnyRestricted = !hub.privacy().restrictedAfter(0, 1).isEmpty();
        for (GoldenRecord found : hub.goldenRecords().find(changed).values()) {
            if (!isAnyRestricted || !hub.privacy().isRestricted(found.id())) {
                golden.put(found.id(), found);
            }
        }
        Map<GoldenId, List<Member>> members = hub.goldenRecords().members(golden.keySet());
        members.replaceAll((id, all) -> all.stream()
                .filter(member -> member.record().source().equals(sourceSystem))
                .toList());
        Newest newest = newest(members.values().stream().flatMap(List::stream).toList());
        golden.forEach((id, found) -> {
            List<Member> there = members.getOrDefault(id, List.of());
            there.forEach(member -> plan(found, member, newest));
            if (there.isEmpty()) {
                creations.plan(found);
            }
        });
    }

    /** Where records of the target stand, and the newest delivery for each, by key. */
    private record Newest(Map<String, StandingRow> standings, Map<String, DeliveryRow> deliveries) {

        Optional<StandingRow> standing(String key) {
            return Optional.ofNullable(standings.get(key));
        }

        Optional<DeliveryRow> delivery(String key) {
            return Optional.ofNullable(deliveries.get(key));
        }
    }

    private Newest newest(List<Member> members) {
        Map<String, StandingRow> standings = rows.standings()
                .of(
                        target,
                        members.stream().map(member -> member.record().key()).toList());
        return new Newest(standings, rows.newest(standings.values()));
    }

    /** Brings one record of the target to the golden state, or finds that it is there. */
    void plan(GoldenRecord golden, Member member) {
        plan(golden, member, newest(List.of(member)));
    }

    private void plan(GoldenRecord golden, Member member, Newest known) {
        String key = member.record().key();
        Optional<DeliveryRow> newest = known.delivery(key);
        // What reconciliation found to be other than landed is still so, until a delivery of it arrives.
        Set<String> rewrites = newest.filter(row -> row.state().isUnderWay())
                .map(DeliveryRow::rewrites)
                .orElse(Set.of());
        Optional<TargetUpdate> update = updates.of(golden, member, rewrites, known.standing(key));
        if (update.isEmpty()) {
            hub.store().inTransaction(transaction -> {
                if (newest.filter(row -> row.state().isWaiting()).isPresent()) {
                    rows.supersede(target, key, false);
                }
                conflicts.clear(transaction, known.standing(key).stream().toList());
                return null;
            });
            return;
        }
        String hash = update.get().contentHash();
        boolean isPlanned = newest.filter(row -> row.state() != DeliveryState.SUPERSEDED)
                .filter(row -> row.contentHash().equals(hash) && row.recordVersion() >= member.version())
                .isPresent();
        if (!isPlanned) {
            replace(golden, member, hash, rewrites, newest);
        }
    }

    /**
     * Writes attributes whatever was landed of them, and marks if {@link Role#NAME} is among them: reconciliation found that the target has
     * others.
     *
     * @param found the digests of what it has
     * @return whether there is anything to write
     */
    boolean rewrite(GoldenRecord golden, Member member, Set<String> attributes, FieldDigests found) {
        String key = member.record().key();
        Newest known = newest(List.of(member));
        Optional<TargetUpdate> update = updates.of(golden, member, attributes, known.standing(key));
        update.ifPresent(needed -> hub.store().inTransaction(transaction -> {
            replace(golden, member, needed.contentHash(), attributes, known.delivery(key));
            rows.standings().found(target, key, found);
            return null;
        }));
        return update.isPresent();
    }

    private void replace(
            GoldenRecord golden, Member member, String hash, Set<String> rewrites, Optional<DeliveryRow> newest) {
        hub.store().inTransaction(transaction -> {
            if (newest.filter(row -> row.state().isWaiting() || row.state() == DeliveryState.SENT)
                    .isPresent()) {
                rows.supersede(target, member.record().key(), true);
            }
            rows.add(target, golden, member, hash, rewrites);
            return null;
        });
    }
}
