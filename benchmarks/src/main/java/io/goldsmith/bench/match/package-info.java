/**
 * {@code bench match}: how fast the matching engine is and how much memory it takes, from single kernels to whole processes.
 */
package io.goldsmith.bench.match;
