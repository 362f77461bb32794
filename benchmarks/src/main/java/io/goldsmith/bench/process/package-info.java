/**
 * A command line goes in and is run in a JVM of its own; its output, wall time and peak memory come out.
 */
package io.goldsmith.bench.process;
