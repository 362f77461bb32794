package io.goldsmith.samples.campaign;

import io.goldsmith.mdm.Hub;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;

/** Looks into the hub's tables, where a campaign wants to know what no public door tells. */
final class HubTables {

    private HubTables() {}

    static long count(Hub hub, String fromAndWhere, String... parameters) {
        return first(hub, "select count(*) from " + fromAndWhere, parameters).orElseThrow();
    }

    static Optional<Long> firstId(Hub hub, String fromAndWhere, String... parameters) {
        return first(hub, "select id from " + fromAndWhere + " order by id fetch first 1 row only", parameters);
    }

    private static Optional<Long> first(Hub hub, String sql, String... parameters) {
        return hub.store().inTransaction(transaction -> {
            try (PreparedStatement query = transaction.connection().prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    query.setString(i + 1, parameters[i]);
                }
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
                }
            }
        });
    }
}
