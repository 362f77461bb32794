/**
 * The campaign of faults: a hub in a process of its own, and three systems that refuse, hang, lie and forget as they are told to. Cases and
 * seeds go in; what comes out says whether the systems ended as the hub is, each written once for each version.
 */
package io.goldsmith.samples.campaign.fault;
