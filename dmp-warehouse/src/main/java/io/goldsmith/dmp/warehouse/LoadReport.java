package io.goldsmith.dmp.warehouse;

import java.time.Instant;

/**
 * What a load did.
 *
 * @param load the load's number, from 1
 * @param at when it began
 * @param outcome how the projection fared: {@code PUBLISHED} or {@code REFUSED}; a failed load throws instead
 * @param profilesWritten rows of the pseudonymous floor; 0 when the warehouse has none
 * @param privacy the load's privacy report
 */
public record LoadReport(long load, Instant at, LoadOutcome outcome, long profilesWritten, PrivacyReport privacy) {}
