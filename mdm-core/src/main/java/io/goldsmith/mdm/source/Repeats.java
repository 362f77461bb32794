package io.goldsmith.mdm.source;

import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Repeats of versions in force at newer times: they are no versions, but say that the source had nothing else up to then. If a version of
 * a time in between comes late, the content before it and after it are two versions.
 */
final class Repeats {

    private static final String RESTATE = "insert into source_record_version (record_id, version, content_hash,"
            + " source_timestamp, landed_at, run_id, deleted, raw) select record_id, cast(? as int), content_hash,"
            + " cast(? as timestamp(6) with time zone), cast(? as timestamp(6) with time zone), cast(? as bigint),"
            + " deleted, raw from source_record_version where record_id = ? and version = ?";

    private final Map<Long, Instant> confirmed = new LinkedHashMap<>();
    private final List<Restated> restated = new ArrayList<>();

    /** A version whose content is in force again, in a new version of a later time. */
    private record Restated(long recordId, int version, int newVersion, Instant time) {}

    /** The version in force of a record was repeated. */
    void confirm(long recordId, Instant time) {
        confirmed.put(recordId, time);
    }

    /** The content of a version is in force again, in a new version. */
    void restate(long recordId, int version, int newVersion, Instant time) {
        restated.add(new Restated(recordId, version, newVersion, time));
    }

    /** Writes them, after the records and versions of the batch. */
    void write(Transaction transaction, long runId, Instant now) throws SQLException {
        try (BulkWriter confirms = transaction.bulk("update source_record set confirmed_at = ? where id = ?"
                        + " and (confirmed_at is null or confirmed_at < ?)");
                BulkWriter versions = transaction.bulk(RESTATE)) {
            for (Map.Entry<Long, Instant> confirm : confirmed.entrySet()) {
                confirms.row(confirm.getValue(), confirm.getKey(), confirm.getValue());
            }
            for (Restated one : restated) {
                versions.row(one.newVersion, one.time, now, runId, one.recordId, one.version);
            }
        }
    }
}
