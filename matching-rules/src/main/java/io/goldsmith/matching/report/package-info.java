/**
 * The outcome of a matching comes in, a JSON file and one self-contained HTML page go out: what was compared, how weights are spread,
 * what blocking brought and gave up, and sample pairs near the thresholds with their weights.
 */
package io.goldsmith.matching.report;
