package io.goldsmith.connect.replicate;

import io.goldsmith.connect.replicate.Target.Letter;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the deliveries of one target that are due into letters of the newest golden state, or finds why there is nothing to send now. */
final class DueLetters {

    private static final Duration UNTIL_RESOLVED = Duration.ofMillis(250);
    private static final Duration UNTIL_ANSWERED = Duration.ofSeconds(5);

    private final String sourceSystem;
    private final Hub hub;
    private final RecordUpdates updates;
    private final Target system;
    private final DeliveryRows rows;
    private final ReplicationConflicts conflicts;
    private final Creations creations;
    private final Outcomes outcomes;

    DueLetters(
            String sourceSystem,
            Hub hub,
            RecordUpdates updates,
            Target system,
            DeliveryRows rows,
            ReplicationConflicts conflicts,
            Creations creations,
            Outcomes outcomes) {
        this.sourceSystem = sourceSystem;
        this.hub = hub;
        this.updates = updates;
        this.system = system;
        this.rows = rows;
        this.conflicts = conflicts;
        this.creations = creations;
        this.outcomes = outcomes;
    }

    /** What of some due deliveries of a target is to be sent now. */
    List<Letter> of(String target, List<DeliveryRow> all, DeadLetters dead) {
        List<DeliveryRow> due = withoutUnresolved(all);
        Map<String, StandingRow> standings =
                rows.standings().of(target, due.stream().map(DeliveryRow::key).toList());
        Map<String, GoldenRecord> golden = hub.goldenRecords()
                .goldenOf(
                        sourceSystem,
                        due.stream()
                                .filter(row -> !row.creates())
                                .map(DeliveryRow::key)
                                .toList());
        Map<GoldenId, List<Member>> members = hub.goldenRecords()
                .members(golden.values().stream().map(GoldenRecord::id).toList());
        boolean isAnyRestricted = !hub.privacy().restrictedAfter(0, 1).isEmpty();
        List<Letter> letters = new ArrayList<>();
        for (DeliveryRow row : due) {
            Optional<GoldenRecord> current = Optional.ofNullable(golden.get(row.key()));
            if (isAnyRestricted && isRestricted(row, current)) {
                rows.setAside(row, DeliveryState.SUPERSEDED, "the customer is restricted");
            } else if (!settlesWithoutLetter(row, dead)) {
                Optional<StandingRow> standing = Optional.ofNullable(standings.get(row.key()));
                (row.creates() ? creation(row) : letter(row, current, members, standing)).ifPresent(letters::add);
            }
        }
        return letters;
    }

    private boolean settlesWithoutLetter(DeliveryRow row, DeadLetters dead) {
        if (!row.carrier().isEmpty() && system.isUntaken(row.carrier())) {
            // A target that does not run: no attempt counts, however long that lasts.
            rows.again(
                    row,
                    DeliveryState.SENT,
                    row.attempts(),
                    outcomes.overdue(row.attempts()),
                    "the target has not taken " + row.carrier() + "; check that it runs");
        } else if (row.state() == DeliveryState.SENT && !outcomes.mayTryAgain(row.attempts())) {
            outcomes.settle(row, new Outcome.Failed("the target did not answer", Duration.ZERO), dead);
        } else if (row.creates() && row.state() == DeliveryState.SENT && !system.repeatsCreations()) {
            outcomes.settle(row, new Outcome.Uncertain("the hub was stopped before it was answered"), dead);
        } else {
            return false;
        }
        return true;
    }

    /** Restricted since it was planned: kept, but not sent. */
    private boolean isRestricted(DeliveryRow row, Optional<GoldenRecord> current) {
        Optional<GoldenId> golden =
                row.creates() ? Optional.of(row.delivered().goldenId()) : current.map(GoldenRecord::id);
        return golden.filter(hub.privacy()::isRestricted).isPresent();
    }

    /** What the target changed itself is resolved first: otherwise it would be written over before the rules have seen it. */
    private List<DeliveryRow> withoutUnresolved(List<DeliveryRow> due) {
        Set<RecordId> pending = hub.sourceRecords()
                .pendingOf(due.stream()
                        .map(row -> new RecordId(sourceSystem, row.key()))
                        .toList());
        List<DeliveryRow> resolved = new ArrayList<>();
        for (DeliveryRow row : due) {
            if (pending.contains(new RecordId(sourceSystem, row.key()))) {
                Instant next = hub.clock().instant().plus(UNTIL_RESOLVED);
                rows.again(row, row.state(), row.attempts(), next, "what the target changed is resolved first");
            } else {
                resolved.add(row);
            }
        }
        return resolved;
    }

    /** What is to be written now, of the newest golden state; empty if the target's record has it, or is no longer there. */
    private Optional<Letter> letter(
            DeliveryRow row,
            Optional<GoldenRecord> golden,
            Map<GoldenId, List<Member>> members,
            Optional<StandingRow> standing) {
        RecordId record = new RecordId(sourceSystem, row.key());
        Optional<Letter> letter = golden.flatMap(found -> members.getOrDefault(found.id(), List.of()).stream()
                        .filter(member -> member.record().equals(record))
                        .findFirst())
                .flatMap(found -> updates.of(golden.orElseThrow(), found, row.rewrites(), standing))
                .map(update -> new Letter(row, update, standing));
        if (letter.isEmpty()) {
            hub.store().inTransaction(transaction -> {
                rows.hadAlready(row);
                conflicts.clear(transaction, standing.stream().toList());
                return null;
            });
        }
        if (letter.filter(one -> one.update().role().asks()).isPresent() && !row.accepted()) {
            conflicts.ask(row, "its customer was deleted elsewhere");
            return Optional.empty();
        }
        return letter;
    }

    /** A record that is to be created; not while a steward is asked whether the customer is another one, who may have a record there. */
    private Optional<Letter> creation(DeliveryRow row) {
        Optional<GoldenRecord> golden = creations.wanted(row);
        if (golden.filter(creations.rules()::isInQuestion).isPresent()) {
            Instant next = hub.clock().instant().plus(UNTIL_ANSWERED);
            rows.again(
                    row, row.state(), row.attempts(), next, "a steward is asked first whether it is another customer");
            return Optional.empty();
        }
        Optional<Letter> letter = golden.flatMap(found -> creations.letter(row, found));
        if (letter.isEmpty()) {
            creations.drop(row);
        }
        return letter;
    }
}
