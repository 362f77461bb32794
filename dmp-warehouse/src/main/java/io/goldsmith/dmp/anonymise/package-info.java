/**
 * Profiles flow in as encoded columns with one row per person; the rows of the anonymous projection flow out, after a
 * lattice search for the least generalisation, suppression of what stays small, the guard against differencing with
 * earlier publications, and the gate that counts everything again from the rows themselves.
 */
package io.goldsmith.dmp.anonymise;
