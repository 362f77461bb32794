/**
 * Benchmarks with their references: the command {@code bench NAME} goes in, figures with their targets come out, as a table and as JSON.
 */
package io.goldsmith.bench;
