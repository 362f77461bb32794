package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.StoreException;
import java.sql.SQLException;

/** Decides whether a failure is a record's own or the database's: only the first sends a record to quarantine. */
final class Blame {

    private Blame() {}

    /** Whether the failure comes from what the record holds: any failure of the code, a data exception or a broken constraint. */
    static boolean isOnRecord(RuntimeException failure) {
        if (failure instanceof InterruptedResolutionException || failure instanceof RulesSupersededException) {
            return false;
        }
        if (!(failure instanceof StoreException)) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
            }
        }
        return false;
    }
}
