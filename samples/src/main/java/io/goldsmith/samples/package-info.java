/**
 * What shows Goldsmith at work without anybody's real customers: a generator of customers with known truth, and the three systems that
 * hold them. Nothing of the product depends on it.
 */
package io.goldsmith.samples;
