package io.goldsmith.bench.process;

import java.util.OptionalLong;

/**
 * What one process came to.
 *
 * @param seconds from its start to its end
 * @param peakBytes the most memory that it had resident; empty where the system does not tell
 * @param output what it wrote to standard output
 */
public record ProcessRun(double seconds, OptionalLong peakBytes, String output) {}
