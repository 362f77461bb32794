package io.goldsmith.samples.campaign.fault;

import java.util.List;

/**
 * How the hub finds a target when it compares field by field.
 *
 * @param read records read
 * @param equal as the hub would write them
 * @param drifted keys of those that are not
 */
record Comparison(long read, long equal, List<String> drifted) {}
