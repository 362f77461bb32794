package io.goldsmith.mdm.source;

import io.goldsmith.matching.record.RecordId;
import java.time.Instant;
import java.util.List;

/**
 * A value that the hub wrote into a source system.
 *
 * @param target the record that was written
 * @param attribute the attribute
 * @param values the values as written
 * @param origin the record from which the golden record had the value
 * @param originVersion its version
 * @param asOf the value's age: when the origin last changed or verified it
 */
public record WrittenValue(
        RecordId target, String attribute, List<String> values, RecordId origin, int originVersion, Instant asOf) {}
