/**
 * Blocking rules turn the standard values of a record into 64 bit keys; records that share a key go on as candidate pairs, each once.
 * A key that is too large gets further values behind it, by a refinement that is found on the training records and frozen in the model.
 * What a bound keeps from being compared is counted.
 */
package io.goldsmith.matching.block;
