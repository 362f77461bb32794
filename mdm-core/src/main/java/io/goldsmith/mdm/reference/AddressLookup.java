package io.goldsmith.mdm.reference;

import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what editions in service have of addresses. */
final class AddressLookup {

    /** A postcode that has a house number in more streets is none of a place. */
    private static final int MOST_HOUSES = 10_000;

    private static final String COLUMNS =
            "select a.edition_id, a.reference_id, a.house_number, a.street, a.postcode, a.town from ";

    private static final String IN_SERVICE = " join reference_edition e on e.id = a.edition_id and e.state = 'CURRENT'";

    private static final String BY_ADDRESS =
            COLUMNS + "unnest(?) w(k) join reference_address a on a.address_key = w.k" + IN_SERVICE;

    private static final String BY_STREET =
            COLUMNS + "unnest(?) w(k) join reference_address a on a.street_key = w.k" + IN_SERVICE;

    private static final String BY_HOUSE =
            COLUMNS + "reference_address a" + IN_SERVICE + " where a.house_key = ? fetch first ? rows only";

    private AddressLookup() {}

    /** What is said of each of the addresses, which have a house. */
    static Map<AddressForm, AddressJudgement> judge(Transaction transaction, Set<AddressForm> asked)
            throws SQLException {
        Map<AddressForm, AddressJudgement> judged = new HashMap<>();
        Map<Long, List<AddressEntry>> exact = byKeys(
                transaction,
                BY_ADDRESS,
                asked.stream().map(AddressForm::addressKey).toList(),
                AddressForm::addressKey);
        for (AddressForm form : asked) {
            AddressJudgement judgement = AddressJudgement.of(form, exact.getOrDefault(form.addressKey(), List.of()));
            if (judgement.finding() == VerificationFinding.FOUND) {
                judged.put(form, judgement);
            }
        }
        Set<AddressForm> missed =
                asked.stream().filter(form -> !judged.containsKey(form)).collect(Collectors.toSet());
        if (!missed.isEmpty()) {
            Map<Long, List<AddressEntry>> elsewhere = byKeys(
                    transaction,
                    BY_STREET,
                    missed.stream().map(AddressForm::streetKey).toList(),
                    AddressForm::streetKey);
            try (PreparedStatement houses = transaction.connection().prepareStatement(BY_HOUSE)) {
                for (AddressForm form : missed) {
                    judged.put(form, nearly(houses, form, elsewhere.getOrDefault(form.streetKey(), List.of())));
                }
            }
        }
        return judged;
    }

    private static AddressJudgement nearly(PreparedStatement houses, AddressForm form, List<AddressEntry> elsewhere)
            throws SQLException {
        List<AddressEntry> entries = new ArrayList<>(elsewhere);
        houses.setLong(1, form.houseKey());
        houses.setInt(2, MOST_HOUSES + 1);
        int before = entries.size();
        try (ResultSet row = houses.executeQuery()) {
            read(row, entries);
        }
        return entries.size() - before > MOST_HOUSES
                ? AddressJudgement.unknown(VerificationFinding.AMBIGUOUS)
                : AddressJudgement.of(form, entries);
    }

    /** Gives the key of an entry's form. */
    private interface Key {
        long of(AddressForm form);
    }

    private static Map<Long, List<AddressEntry>> byKeys(
            Transaction transaction, String sql, Collection<Long> keys, Key key) throws SQLException {
        List<AddressEntry> entries = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(sql)) {
            query.setArray(1, transaction.numbers(Set.copyOf(keys)));
            try (ResultSet row = query.executeQuery()) {
                read(row, entries);
            }
        }
        return entries.stream().collect(Collectors.groupingBy(entry -> key.of(entry.form())));
    }

    private static void read(ResultSet row, List<AddressEntry> entries) throws SQLException {
        while (row.next()) {
            String[] number = row.getString(3).split(" ", 2);
            ReferenceEntry.Address written = new ReferenceEntry.Address(
                    row.getString(2),
                    number[0],
                    number.length > 1 ? number[1] : "",
                    row.getString(4),
                    row.getString(5),
                    row.getString(6));
            long edition = row.getLong(1);
            // It had a standard form when it was loaded; should standardisers have changed since, it may have none.
            AddressForm.of(written).ifPresent(form -> entries.add(new AddressEntry(edition, written, form)));
        }
    }
}
