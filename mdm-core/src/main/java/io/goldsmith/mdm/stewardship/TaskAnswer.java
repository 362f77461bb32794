package io.goldsmith.mdm.stewardship;

/**
 * A steward's answer to one task, of several at once.
 *
 * @param revision the revision that the steward saw
 * @param accepts true: accepted, false: rejected
 */
public record TaskAnswer(long taskId, int revision, boolean accepts) {}
