package io.goldsmith.samples.generate;

/**
 * A source record with the truth about it.
 *
 * @param entityId the same for the records of one customer, different for any two customers
 */
public record Labelled<T extends SourceRecord>(T record, String entityId) {}
