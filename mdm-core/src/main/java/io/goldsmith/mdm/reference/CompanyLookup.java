package io.goldsmith.mdm.reference;

import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;

/** Finds what editions in service have of companies. */
final class CompanyLookup {

    // The newest edition last, which then counts.
    private static final String BY_NUMBER = "select c.edition_id, c.number, c.is_active, c.names"
            + " from unnest(?) w(n) join reference_company c on c.number = w.n"
            + " join reference_edition e on e.id = c.edition_id and e.state = 'CURRENT' and e.layout = ?"
            + " order by e.dated, e.id, c.line";

    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private CompanyLookup() {}

    /** The entries of a layout by number; those that no edition in service has are left out. */
    static Map<Long, CompanyEntry> find(Transaction transaction, ReferenceLayout layout, Collection<Long> numbers)
            throws SQLException {
        Map<Long, CompanyEntry> found = new HashMap<>();
        if (numbers.isEmpty()) {
            return found;
        }
        try (PreparedStatement query = transaction.connection().prepareStatement(BY_NUMBER)) {
            query.setArray(1, transaction.numbers(Set.copyOf(numbers)));
            query.setString(2, layout.name());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.put(
                            row.getLong(2),
                            new CompanyEntry(
                                    row.getLong(1),
                                    row.getLong(2),
                                    row.getBoolean(3),
                                    Documents.read(row.getString(4), NAMES)));
                }
            }
        }
        return found;
    }
}
