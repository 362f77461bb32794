package io.goldsmith.mdm.golden;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts the entries of a story together from where each is stored. */
final class StoryReading {

    /**
     * An entry with its place in the order of the story.
     *
     * @param rank what comes first of one instant: what landed, what was decided, what came of it
     * @param key tells entries of one instant and rank apart
     * @param entry empty if the entry belongs to another story; it counts for the place all the same
     */
    record Placed(Instant at, int rank, long key, long second, Optional<StoryEntry> entry) {

        static final Comparator<Placed> ORDER = Comparator.comparing(Placed::at)
                .thenComparingInt(Placed::rank)
                .thenComparingLong(Placed::key)
                .thenComparingLong(Placed::second);
    }

    private StoryReading() {}

    static CustomerStory read(Transaction transaction, GoldenId id, StoryPosition from, int limit) throws SQLException {
        int wanted = from.skipped() + limit + 1;
        Membership membership = Membership.of(transaction, id.value());
        List<RecordId> records = List.copyOf(membership.until().keySet());
        List<DecisionTaken> decisions = DecisionsTaken.about(transaction, records);
        List<Placed> placed = new ArrayList<>();
        placed.addAll(StoryRows.landed(transaction, records, membership, from.from(), wanted));
        placed.addAll(decided(decisions, membership, from.from()));
        placed.addAll(changed(transaction, id, decisions, from.from(), wanted));
        placed.addAll(StoryRows.lineage(transaction, id, from.from(), wanted));
        placed.addAll(StoryRows.tasks(transaction, id, from.from()));
        placed.sort(Placed.ORDER);
        int start = Math.min(from.skipped(), placed.size());
        int end = Math.min(start + limit, placed.size());
        List<StoryEntry> entries = placed.subList(start, end).stream()
                .flatMap(entry -> entry.entry().stream())
                .toList();
        return new CustomerStory(id, entries, end == placed.size() ? Optional.empty() : next(placed, end));
    }

    private static Optional<StoryPosition> next(List<Placed> placed, int end) {
        Instant at = placed.get(end).at();
        int skipped = 0;
        for (int before = end - 1; before >= 0 && placed.get(before).at().equals(at); before--) {
            skipped++;
        }
        return Optional.of(new StoryPosition(at, skipped));
    }

    private static List<Placed> decided(List<DecisionTaken> decisions, Membership membership, Instant from) {
        List<Placed> placed = new ArrayList<>();
        for (DecisionTaken decision : decisions) {
            placed.add(new Placed(
                    decision.madeAt(),
                    1,
                    decision.id(),
                    0,
                    told(decision, membership, decision.madeAt())
                            ? Optional.of(new StoryEntry.Decided(decision.madeAt(), decision))
                            : Optional.empty()));
            decision.undone()
                    .ifPresent(undone -> placed.add(new Placed(
                            undone.at(),
                            2,
                            decision.id(),
                            0,
                            told(decision, membership, undone.at())
                                    ? Optional.of(new StoryEntry.TakenBack(undone.at(), decision, undone.by()))
                                    : Optional.empty())));
        }
        placed.removeIf(entry -> entry.at().isBefore(from));
        return placed;
    }

    private static boolean told(DecisionTaken decision, Membership membership, Instant at) {
        return membership.covers(decision.left(), at) || membership.covers(decision.right(), at);
    }

    private static List<Placed> changed(
            Transaction transaction, GoldenId id, List<DecisionTaken> decisions, Instant from, int wanted)
            throws SQLException {
        List<Placed> placed = new ArrayList<>();
        Optional<GoldenVersion> before = Optional.empty();
        for (GoldenVersion version : GoldenVersionRows.from(transaction, id.value(), from, wanted)) {
            if (before.isEmpty() && version.version() > 1) {
                before = GoldenVersionRows.find(transaction, id.value(), version.version() - 1);
            }
            placed.add(new Placed(
                    version.recordedAt(), 4, version.version(), 0, Optional.of(changed(before, version, decisions))));
            before = Optional.of(version);
        }
        return placed;
    }

    private static StoryEntry changed(
            Optional<GoldenVersion> before, GoldenVersion version, List<DecisionTaken> decisions) {
        List<RecordId> membersBefore =
                before.map(golden -> golden.record().members()).orElse(List.of());
        List<RecordId> members = version.record().members();
        boolean hasContent = version.state() == GoldenVersion.State.ACTIVE;
        Instant after = before.map(GoldenVersion::recordedAt).orElse(Instant.MIN);
        return new StoryEntry.Changed(
                version,
                hasContent ? AttributeChange.between(before.map(GoldenVersion::record), version.record()) : List.of(),
                without(members, membersBefore),
                hasContent ? without(membersBefore, members) : List.of(),
                decisions.stream()
                        .filter(decision -> isBetween(decision.madeAt(), after, version.recordedAt())
                                || decision.undone()
                                        .filter(undone -> isBetween(undone.at(), after, version.recordedAt()))
                                        .isPresent())
                        .toList());
    }

    private static boolean isBetween(Instant at, Instant after, Instant upTo) {
        return at.isAfter(after) && !at.isAfter(upTo);
    }

    private static List<RecordId> without(List<RecordId> all, List<RecordId> those) {
        return all.stream().filter(record -> !those.contains(record)).toList();
    }
}
