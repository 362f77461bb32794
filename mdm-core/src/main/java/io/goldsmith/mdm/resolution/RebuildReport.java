package io.goldsmith.mdm.resolution;

/**
 * What a rebuild came to.
 *
 * @param before what the first check found
 * @param after what the last check found; what is left there could not be mended
 * @param rounds how often was mended
 */
public record RebuildReport(ConsistencyReport before, ConsistencyReport after, int rounds) {}
