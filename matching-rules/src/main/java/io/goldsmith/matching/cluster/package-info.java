/**
 * Scored pairs and people's decisions come in, clusters go out: the rows held to be one customer, under the constraints of exclusive identifiers and cannot-links.
 */
package io.goldsmith.matching.cluster;
