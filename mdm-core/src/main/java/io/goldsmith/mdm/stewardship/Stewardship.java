package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.score.PairExplanation;
import io.goldsmith.mdm.golden.GoldenId;
import java.util.List;
import java.util.Optional;

/** The work queue of the data stewards, and what they decide. */
public final class Stewardship {

    /**
     * A page of the queue, by priority, then age.
     *
     * @param page from 0
     * @param size at most 200
     */
    public List<Task> queue(TaskState state, Optional<TaskKind> kind, int page, int size) {
        throw new UnsupportedOperationException();
    }

    /** How many tasks are in a state, of every kind. */
    public long count(TaskState state) {
        throw new UnsupportedOperationException();
    }

    public Optional<Task> task(long id) {
        throw new UnsupportedOperationException();
    }

    /** The open tasks about a golden record. */
    public List<Task> tasksOf(GoldenId id) {
        throw new UnsupportedOperationException();
    }

    /** Why the pair of a possible duplicate has its score. */
    public PairExplanation explain(RecordId left, RecordId right) {
        throw new UnsupportedOperationException();
    }

    /**
     * Accepts a task: the two golden records of a possible duplicate are merged, by a MANUAL decision about its pair.
     *
     * @param revision the revision that the steward saw
     * @throws StaleDecisionException if the task has changed since
     * @throws ContradictionException if earlier decisions forbid it
     */
    public Task accept(long taskId, int revision, String steward, String comment) {
        throw new UnsupportedOperationException();
    }

    /** Rejects a task: the records of a possible duplicate are not the same customer and the pair is never proposed again. */
    public Task reject(long taskId, int revision, String steward, String comment) {
        throw new UnsupportedOperationException();
    }

    /** The decisions about a golden record's source records, newest first, at most 200. */
    public List<Decision> decisionsOf(GoldenId id) {
        throw new UnsupportedOperationException();
    }

    /** Takes a decision back; the records are resolved anew as if it had never been made. */
    public void undo(long decisionId, String steward) {
        throw new UnsupportedOperationException();
    }
}
