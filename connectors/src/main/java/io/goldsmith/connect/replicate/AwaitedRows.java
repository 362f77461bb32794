package io.goldsmith.connect.replicate;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of the ledger that wait for the key of a record that their target created. */
record AwaitedRows(LedgerStatements statements) {

    /** The creations of a target whose keys are not known, of some placeholders. */
    List<DeliveryRow> awaited(String target, Collection<String> placeholders) {
        return statements.store().inTransaction(transaction -> {
            List<DeliveryRow> found = new ArrayList<>();
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select " + DeliveryReading.COLUMNS + " from "
                            + transaction.among("delivery d", "d.record_key")
                            + " and target = ? and creates = true order by id")) {
                query.setArray(1, transaction.texts(placeholders));
                query.setString(2, target);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        found.add(DeliveryReading.read(row));
                    }
                }
            }
            return found;
        });
    }

    /** A record that was to be created is there, under a key of its own, and is not tied to its golden record yet. */
    void returned(DeliveryRow row, String key) {
        statements.update("update delivery set returned_key = ? where id = ?", key, row.id());
    }

    /** The creations of a target whose keys have come back: their ids by key, at most {@code limit}. */
    Map<String, Long> returned(String target, int limit) {
        return statements.store().inTransaction(transaction -> {
            Map<String, Long> found = new LinkedHashMap<>();
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select returned_key, id from delivery where target = ? and returned_key > ''"
                            + " order by returned_key fetch first ? rows only")) {
                LedgerStatements.set(query, target, limit);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        found.put(row.getString(1), row.getLong(2));
                    }
                }
            }
            return found;
        });
    }
}
