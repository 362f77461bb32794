/**
 * Scored pairs and people's decisions come in, clusters go out: the rows held to be one customer, and the MATCH pairs that cannot-links,
 * exclusive identifiers, sources that have each customer once, or weak bridges cut.
 */
package io.goldsmith.matching.cluster;
