/**
 * Measured values go in by name, figures with the targets of those names come out: as a table, as JSON, and as one word on whether all
 * that was measured is met.
 */
package io.goldsmith.bench.figure;
