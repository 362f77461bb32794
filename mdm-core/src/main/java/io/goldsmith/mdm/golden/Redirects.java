package io.goldsmith.mdm.golden;

import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Follows the redirects of merged ids. A merged id never becomes active again and redirects to an id that was active when it was
 * merged, so a chain follows time and cannot come back to where it started. An id that others redirect to may split later: they go on
 * to lead to the id that stayed, never to the new one, since it is the one that inherited their records' golden record; the new one
 * names the id that it was split from.
 */
final class Redirects {

    private Redirects() {}

    /** The active golden record that an id leads to; none if there is none, or it was retired or erased. */
    static OptionalLong active(Transaction transaction, long id) throws SQLException {
        Set<Long> walked = new HashSet<>();
        long current = id;
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select state, merged_into from golden_record where id = ?")) {
            while (walked.add(current)) {
                query.setLong(1, current);
                try (ResultSet row = query.executeQuery()) {
                    if (!row.next()) {
                        return OptionalLong.empty();
                    }
                    switch (GoldenVersion.State.valueOf(row.getString(1))) {
                        case ACTIVE -> {
                            return OptionalLong.of(current);
                        }
                        case RETIRED, ERASED -> {
                            return OptionalLong.empty();
                        }
                        case MERGED -> current = row.getLong(2);
                    }
                }
            }
        }
        throw cycle(new GoldenId(id));
    }

    /** Where each of many ids leads to; those that lead nowhere are left out. */
    static Map<GoldenId, Long> active(Transaction transaction, Collection<GoldenId> ids) throws SQLException {
        Map<GoldenId, Long> active = new HashMap<>();
        Set<Long> merged = new HashSet<>();
        try (PreparedStatement query =
                transaction.connection().prepareStatement("select id, state from golden_record where id = any(?)")) {
            query.setArray(
                    1, transaction.numbers(ids.stream().map(GoldenId::value).collect(Collectors.toSet())));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    switch (GoldenVersion.State.valueOf(row.getString(2))) {
                        case ACTIVE -> active.put(new GoldenId(row.getLong(1)), row.getLong(1));
                        case MERGED -> merged.add(row.getLong(1));
                        case RETIRED, ERASED -> {
                            // They lead nowhere.
                        }
                    }
                }
            }
        }
        for (Long id : merged) {
            active(transaction, id).ifPresent(survivor -> active.put(new GoldenId(id), survivor));
        }
        return active;
    }

    static MdmException cycle(GoldenId id) {
        return new MdmException("The redirects that start at " + id
                + " lead back to themselves, which the hub never writes: run doctor --rebuild");
    }
}
