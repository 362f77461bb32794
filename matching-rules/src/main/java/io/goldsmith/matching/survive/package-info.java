/**
 * Survivorship: the source records of one cluster, as candidates, flow in; the values of the golden record flow out, with the
 * provenance of each and the instant until which the answer stands. A pure function of candidates, rules and evaluation instant.
 */
package io.goldsmith.matching.survive;
