package io.goldsmith.mdm.stewardship;

import java.time.Instant;

/** What a steward wrote about a task; kept as it is. */
public record TaskComment(String author, Instant writtenAt, String text) {}
