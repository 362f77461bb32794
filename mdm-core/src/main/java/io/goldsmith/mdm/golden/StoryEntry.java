package io.goldsmith.mdm.golden;

import io.goldsmith.matching.record.RecordId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened to a customer at one instant. */
public sealed interface StoryEntry {

    /** When, by the hub's clock. */
    Instant at();

    /**
     * A source delivered a version of a record.
     *
     * @param version of the record, by arrival
     * @param sourceTimestamp when the source last changed or verified it
     * @param deleted whether the source no longer has it
     */
    record Landed(Instant at, RecordId record, int version, Instant sourceTimestamp, boolean deleted)
            implements StoryEntry {}

    /** A person decided about source records. */
    record Decided(Instant at, DecisionTaken decision) implements StoryEntry {}

    /** A person took a decision back. */
    record TakenBack(Instant at, DecisionTaken decision, String by) implements StoryEntry {}

    /**
     * The golden record became another version.
     *
     * @param changes attribute by attribute, against the version before
     * @param joined source records that came
     * @param left source records that went
     * @param decisions what people decided, or took back, between the version before and this one: who is behind it; may be empty
     */
    record Changed(
            GoldenVersion version,
            List<AttributeChange> changes,
            List<RecordId> joined,
            List<RecordId> left,
            List<DecisionTaken> decisions)
            implements StoryEntry {

        @Override
        public Instant at() {
            return version.recordedAt();
        }
    }

    /** A golden id redirects to another from now on; told in the stories of both. */
    record Merged(Instant at, GoldenId id, GoldenId into) implements StoryEntry {}

    /** A golden id lost source records to a new one; told in the stories of both. */
    record Split(Instant at, GoldenId id, GoldenId created) implements StoryEntry {}

    /** A question about the golden record waits for a person. */
    record TaskOpened(Instant at, long task, String kind, Optional<GoldenId> other) implements StoryEntry {}

    /**
     * It does not wait any more.
     *
     * @param outcome for example {@code ACCEPTED} or {@code OBSOLETE}
     * @param by who answered it; empty if the question went away by itself
     */
    record TaskClosed(Instant at, long task, String kind, String outcome, Optional<String> by) implements StoryEntry {}
}
