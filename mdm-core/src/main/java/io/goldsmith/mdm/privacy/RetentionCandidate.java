package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.golden.GoldenId;
import java.time.Instant;

/**
 * A customer whose time of retention has passed.
 *
 * @param lastContact the newest change at a source, order or decision about consent
 * @param keptUntil when the time passed, by the longest rule that applies
 * @param rule that rule, as it is shown: {@code prospect, marketing, 3 years}
 */
public record RetentionCandidate(
        GoldenId id, Lifecycle lifecycle, Instant lastContact, Instant keptUntil, String rule) {}
