package io.goldsmith.matching.record;

import java.util.List;

/**
 * One record of a CSV file.
 *
 * @param number the line where it starts, from 1
 * @param fields its fields, as many as the line has
 * @param wellFormed whether it has as many fields as the header
 */
public record CsvLine(long number, List<String> fields, boolean wellFormed) {}
