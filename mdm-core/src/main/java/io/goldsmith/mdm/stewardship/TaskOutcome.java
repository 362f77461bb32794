package io.goldsmith.mdm.stewardship;

import java.util.Optional;

/**
 * What came of one answer of several.
 *
 * @param task the task as it stands now; empty if the answer was refused
 * @param refusal why the answer was refused; empty if it was not
 */
public record TaskOutcome(long taskId, Optional<Task> task, Optional<String> refusal) {}
