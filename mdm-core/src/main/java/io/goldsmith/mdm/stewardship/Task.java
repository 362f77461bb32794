package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenId;
import java.time.Instant;
import java.util.Optional;

/**
 * A decision that waits for a person.
 *
 * @param id its id
 * @param kind what kind of decision
 * @param goldenId the golden record it is about
 * @param other the other golden record, of a possible duplicate
 * @param left the left record of the strongest pair, of a possible duplicate
 * @param right the right record of the strongest pair
 * @param weight the match weight of that pair, in the units of {@code MatchWeight}
 * @param priority higher first
 * @param state where it stands
 * @param details what a person should know, for kinds without a pair; no personal values
 * @param openedAt when it was last opened
 * @param closedBy who answered it
 * @param assignedTo the steward who took it
 * @param dueAt when it should be answered at the latest; empty: its kind never falls due
 * @param escalatedTo the role that it was given to after that date
 * @param proposal what one steward answered, of a task that waits for a second one
 * @param revision grows with each change; a decision names the revision that it saw
 */
public record Task(
        long id,
        TaskKind kind,
        GoldenId goldenId,
        Optional<GoldenId> other,
        Optional<RecordId> left,
        Optional<RecordId> right,
        Optional<Integer> weight,
        int priority,
        TaskState state,
        String details,
        Instant createdAt,
        Instant openedAt,
        Optional<String> closedBy,
        Optional<String> assignedTo,
        Optional<Instant> dueAt,
        Optional<String> escalatedTo,
        Optional<Proposal> proposal,
        int revision) {

    /** An answer that waits for a second steward. */
    public record Proposal(String by, TaskState answer) {}
}
