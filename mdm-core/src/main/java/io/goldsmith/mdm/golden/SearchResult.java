package io.goldsmith.mdm.golden;

import java.util.List;

/**
 * A page of found golden records.
 *
 * @param records the page
 * @param total how many there are in all, counted up to 1,000
 */
public record SearchResult(List<GoldenRecord> records, long total) {}
