package io.goldsmith.connect;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of the rows that an extraction read; every row is in exactly one of the counts after {@code read}.
 *
 * @param read rows read
 * @param landed new versions of records, new orders or relations
 * @param unchanged repeats of what is already there
 * @param stale older than what is already there
 * @param quarantined records that broke a rejecting validation rule
 * @param unreadable rows that could not be read as a record; they wait in quarantine too
 * @param failedFiles files that could not be read as a whole; they are in the folder {@code failed}
 * @param suppressed of erased persons; nothing of them was kept
 * @param vanished records that a full extract did not have any more and that were deleted; they are no rows
 */
public record ExtractionCounts(
        long read,
        long landed,
        long unchanged,
        long stale,
        long quarantined,
        long unreadable,
        long failedFiles,
        long suppressed,
        long vanished) {

    /** Nothing read. */
    public static final ExtractionCounts NONE = new ExtractionCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Of an extraction from which nothing vanished, without any of erased persons. */
    public ExtractionCounts(
            long read, long landed, long unchanged, long stale, long quarantined, long unreadable, long failedFiles) {
        this(read, landed, unchanged, stale, quarantined, unreadable, failedFiles, 0, 0);
    }

    /** These counts and others together. */
    public ExtractionCounts plus(ExtractionCounts other) {
        return new ExtractionCounts(
                read + other.read,
                landed + other.landed,
                unchanged + other.unchanged,
                stale + other.stale,
                quarantined + other.quarantined,
                unreadable + other.unreadable,
                failedFiles + other.failedFiles,
                suppressed + other.suppressed,
                vanished + other.vanished);
    }

    /** Whether anything happened that a run should tell of; rows read again do not count. */
    public boolean isNews() {
        return landed + stale + quarantined + unreadable + suppressed + failedFiles + vanished > 0;
    }

    /** By the names under which a run shows them. */
    public Map<String, Long> asMap() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("read", read);
        counts.put("landed", landed);
        counts.put("unchanged", unchanged);
        counts.put("stale", stale);
        counts.put("quarantined", quarantined);
        counts.put("unreadable", unreadable);
        counts.put("failed-files", failedFiles);
        counts.put("suppressed", suppressed);
        counts.put("vanished", vanished);
        return counts;
    }
}
