/**
 * The outcome of a matching comes in, a JSON file and one self-contained HTML page go out: what was compared, how weights are spread, the
 * model, clusters and what they cut, how all of it agrees with labels, and pairs to look at with what speaks for and against them.
 */
package io.goldsmith.matching.report;
