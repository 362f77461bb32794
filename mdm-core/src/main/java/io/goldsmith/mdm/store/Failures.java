package io.goldsmith.mdm.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** The one place that decides which failures of the database are worth another try. */
final class Failures {

    /** Serialisation failure and deadlock in the standard and in PostgreSQL; the lock time-outs of H2. */
    private static final Set<String> TRANSIENT_STATES = Set.of("40001", "40P01", "HYT00", "55P03");

    /** H2: deadlock, concurrent update of a row, lock time-out, row gone when deleting. */
    private static final Set<Integer> TRANSIENT_H2_CODES = Set.of(40001, 90131, 50200, 90112);

    private static final String DUPLICATE_KEY_STATE = "23505";

    private Failures() {}

    static boolean isTransient(Throwable failure) {
        return failure instanceof ConflictException
                || sqlFailure(failure)
                        .filter(sql -> TRANSIENT_STATES.contains(String.valueOf(sql.getSQLState()))
                                || TRANSIENT_H2_CODES.contains(sql.getErrorCode()))
                        .isPresent();
    }

    static boolean isDuplicateKey(Throwable failure) {
        return sqlFailure(failure)
                .filter(sql -> DUPLICATE_KEY_STATE.equals(sql.getSQLState()))
                .isPresent();
    }

    /** The deepest SQL failure in the chain of causes: batch exceptions carry the real one as their next exception. */
    static Optional<SQLException> sqlFailure(Throwable failure) {
        Optional<SQLException> found = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                found = Optional.of(sql.getNextException() == null ? sql : sql.getNextException());
            }
        }
        return found;
    }
}
