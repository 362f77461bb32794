package io.goldsmith.mdm.source;

import io.goldsmith.matching.record.RecordId;
import java.time.Instant;
import java.util.List;

/**
 * Where a value that the hub wrote into a source system came from.
 *
 * @param origin the record from which the golden record had the value
 * @param originVersion its version
 * @param asOf the value's age: when the origin last changed or verified it
 * @param valueHash the {@link ContentHash} of the standard values as written
 */
public record WrittenOrigin(RecordId origin, int originVersion, Instant asOf, String valueHash) {

    /** Whether these standard values are what the hub wrote, so that they keep their first provenance. */
    public boolean isEchoedBy(List<String> standardValues) {
        return valueHash.equals(ContentHash.of(standardValues));
    }
}
