package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Follows the redirects of a merged golden id as they are stored, be they damaged. */
final class RedirectWalk {

    private RedirectWalk() {}

    /** Whether the redirects end at a golden record that is there and not merged. */
    static boolean leadsSomewhere(Transaction transaction, long goldenId) throws SQLException {
        Set<Long> walked = new HashSet<>();
        Optional<Long> current = Optional.of(goldenId);
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select state, merged_into from golden_record where id = ?")) {
            while (current.isPresent() && walked.add(current.get())) {
                query.setLong(1, current.get());
                try (ResultSet row = query.executeQuery()) {
                    if (!row.next()) {
                        return false;
                    }
                    if (!row.getString(1).equals("MERGED")) {
                        return true;
                    }
                    long into = row.getLong(2);
                    current = row.wasNull() ? Optional.empty() : Optional.of(into);
                }
            }
        }
        return false;
    }
}
