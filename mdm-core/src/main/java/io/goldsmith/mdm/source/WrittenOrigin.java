package io.goldsmith.mdm.source;

import io.goldsmith.matching.record.RecordId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a value that the hub wrote into a source system came from.
 *
 * @param origin the record from which the golden record had the value
 * @param originVersion its version
 * @param asOf the value's age: when the origin last changed or verified it
 * @param valueHash the {@link ContentHash} of the standard values as written
 * @param supersededAt until when it may have arrived; empty if it is the latest write of the attribute, or a later one is not acknowledged
 */
public record WrittenOrigin(
        RecordId origin, int originVersion, Instant asOf, String valueHash, Optional<Instant> supersededAt) {

    /**
     * Whether these standard values are what the hub wrote, so that they keep their first provenance.
     *
     * @param since when the written system last changed them
     */
    public boolean isEchoedBy(List<String> standardValues, Instant since) {
        return supersededAt.filter(since::isAfter).isEmpty() && valueHash.equals(ContentHash.of(standardValues));
    }
}
