/**
 * Blocking rules turn the standard values of a record into 64 bit keys; records that share a key go on as candidate pairs, each once. What a bound keeps from being compared is counted.
 */
package io.goldsmith.matching.block;
