package io.goldsmith.mdm.quality;

import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what waits in quarantine with the rules that refused it: records that are not live break rules too. */
final class RefusedRecords {

    private static final int PAGE = 2_000;

    private RefusedRecords() {}

    static void count(Store store, List<ValidationRule> rules, ScoreTallies tallies) {
        Map<String, ValidationRule> byName = new HashMap<>();
        rules.forEach(rule -> byName.put(rule.name(), rule));
        long after = 0;
        boolean more = true;
        while (more) {
            long from = after;
            Map<Long, List<String>> page = store.inTransaction(transaction -> page(transaction, from));
            for (Map.Entry<Long, List<String>> entry : page.entrySet()) {
                after = Math.max(after, entry.getKey());
                for (String reason : entry.getValue()) {
                    ValidationRule rule = byName.get(Finding.ruleOf(reason));
                    if (rule != null) {
                        tallies.of(SubjectKind.RULE, rule.name(), rule.dimension())
                                .add(true);
                    }
                }
            }
            more = !page.isEmpty();
        }
    }

    private static Map<Long, List<String>> page(Transaction transaction, long after) throws SQLException {
        Map<Long, List<String>> page = new HashMap<>();
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select id, reasons from quarantine_entry where state = 'WAITING' and id > ?"
                        + " order by state, id fetch first ? rows only")) {
            query.setLong(1, after);
            query.setInt(2, PAGE);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    page.put(row.getLong(1), List.of(Documents.read(row.getString(2), String[].class)));
                }
            }
        }
        return page;
    }
}
