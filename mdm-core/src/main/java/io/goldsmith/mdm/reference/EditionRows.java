package io.goldsmith.mdm.reference;

import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.RowWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;

/** Writes and deletes the entries of editions. */
final class EditionRows {

    private static final String ADDRESSES = "reference_address";
    private static final String COMPANIES = "reference_company";

    private EditionRows() {}

    /** An entry that can be written: its texts fit and its numbers are numbers. */
    sealed interface Ready {}

    /** An address with its standard form. */
    record ReadyAddress(ReferenceEntry.Address written, AddressForm form) implements Ready {}

    /**
     * A company.
     *
     * @param number its SIREN or SIRET
     * @param names a document
     */
    record ReadyCompany(long number, boolean isActive, String names) implements Ready {}

    /** Makes an entry ready; empty if it cannot be looked up by anything. */
    static Optional<Ready> ready(ReferenceEntry entry) {
        if (entry instanceof ReferenceEntry.Address address) {
            boolean fits = address.id().length() <= 64
                    && address.street().length() <= 200
                    && address.town().length() <= 200
                    && address.postcode().length() <= 10
                    && address.number().length() + address.repetition().length() < 32;
            return fits ? AddressForm.of(address).map(form -> new ReadyAddress(address, form)) : Optional.empty();
        }
        if (entry instanceof ReferenceEntry.LegalUnit unit) {
            return CompanyNumber.siren(unit.siren())
                    .map(siren -> new ReadyCompany(siren, unit.isActive(), Documents.write(unit.names())));
        }
        ReferenceEntry.Establishment establishment = (ReferenceEntry.Establishment) entry;
        return CompanyNumber.siret(establishment.siret())
                .map(siret -> new ReadyCompany(siret, establishment.isActive(), "[]"));
    }

    /** @param firstLine the position of the first one in the edition */
    static void insert(
            Transaction transaction, long edition, ReferenceLayout layout, long firstLine, Collection<Ready> entries)
            throws SQLException {
        try (RowWriter rows = layout == ReferenceLayout.ADDRESSES
                ? transaction.insert(
                        ADDRESSES,
                        "edition_id",
                        "line",
                        "address_key",
                        "house_key",
                        "street_key",
                        "reference_id",
                        "house_number",
                        "street",
                        "postcode",
                        "town")
                : transaction.insert(COMPANIES, "edition_id", "line", "number", "is_active", "names")) {
            long line = firstLine;
            for (Ready entry : entries) {
                if (entry instanceof ReadyAddress address) {
                    ReferenceEntry.Address written = address.written();
                    rows.row(
                            edition,
                            line++,
                            address.form().addressKey(),
                            address.form().houseKey(),
                            address.form().streetKey(),
                            written.id(),
                            written.repetition().isEmpty()
                                    ? written.number()
                                    : written.number() + " " + written.repetition(),
                            written.street(),
                            written.postcode(),
                            written.town());
                } else {
                    ReadyCompany company = (ReadyCompany) entry;
                    rows.row(edition, line++, company.number(), company.isActive(), company.names());
                }
            }
        }
    }

    /** The position of the first entry that an edition still has; 0 if it has none. */
    static long firstLine(Transaction transaction, long edition, ReferenceLayout layout) throws SQLException {
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select min(line) from " + table(layout) + " where edition_id = ?")) {
            query.setLong(1, edition);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static String table(ReferenceLayout layout) {
        return layout == ReferenceLayout.ADDRESSES ? ADDRESSES : COMPANIES;
    }

    /** Deletes the entries of an edition up to a position. */
    static void delete(Transaction transaction, long edition, ReferenceLayout layout, long upToLine)
            throws SQLException {
        try (PreparedStatement delete = transaction
                .connection()
                .prepareStatement("delete from " + table(layout) + " where edition_id = ? and line <= ?")) {
            delete.setLong(1, edition);
            delete.setLong(2, upToLine);
            delete.executeUpdate();
        }
    }
}
