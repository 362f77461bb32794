/**
 * The values of a candidate pair come in, the first level of each comparison that holds goes out. Missing is a level of its own and evidence of nothing.
 */
package io.goldsmith.matching.compare;
