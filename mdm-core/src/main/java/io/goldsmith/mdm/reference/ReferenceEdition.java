package io.goldsmith.mdm.reference;

import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An edition of reference data that serves.
 *
 * @param id the hub's number of it
 * @param dataset what it is an edition of, for example {@code ban/adresses-35}
 * @param dated the date of the edition
 * @param entries how many entries it has
 * @param areas of addresses, the beginnings of the postcodes that it covers; empty of companies
 * @param servesSince since when it serves
 */
public record ReferenceEdition(
        long id,
        String dataset,
        ReferenceLayout layout,
        LocalDate dated,
        long entries,
        Set<String> areas,
        Instant servesSince) {

    private static final int PLAIN = 2;
    private static final int OVERSEAS = 3;

    public ReferenceEdition {
        areas = Set.copyOf(areas);
    }

    /** Those that serve, the newest first, then by data set. */
    static List<ReferenceEdition> current(Transaction transaction) throws SQLException {
        List<ReferenceEdition> editions = new ArrayList<>();
        try (PreparedStatement query = transaction
                        .connection()
                        .prepareStatement("select id, dataset, layout, dated, entries, areas, changed_at"
                                + " from reference_edition where state = 'CURRENT' order by dated desc, dataset");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                String areas = row.getString(6);
                editions.add(new ReferenceEdition(
                        row.getLong(1),
                        row.getString(2),
                        ReferenceLayout.valueOf(row.getString(3)),
                        row.getObject(4, LocalDate.class),
                        row.getLong(5),
                        areas.isEmpty() ? Set.of() : Set.of(areas.split(",")),
                        row.getObject(7, OffsetDateTime.class).toInstant()));
            }
        }
        return editions;
    }

    /** The area of a postcode: a department of France, by two digits, or three overseas. Empty if it is no French postcode. */
    static String areaOf(String postcode) {
        if (!postcode.matches("[0-9]{5}")) {
            return "";
        }
        boolean overseas = postcode.startsWith("97") || postcode.startsWith("98");
        return postcode.substring(0, overseas ? OVERSEAS : PLAIN);
    }
}
