package io.goldsmith.mdm.golden;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.SemanticType;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which golden records are establishments of which legal unit: the first nine digits of a SIRET are the SIREN of the legal unit. Read
 * from the golden values in force each time, so that it follows every merge and unmerge, and causes none. A golden record with a SIRET
 * of its own, such as that of a registered office, is an establishment and not the legal unit. Thread-safe.
 */
public final class Establishments {

    /** As many golden records are looked at for one answer. */
    private static final int MOST = 1_000;

    private static final int SIREN_LENGTH = 9;
    private static final int SIRET_LENGTH = 14;

    // The terms of a golden record hold its identifiers, and more: whether it is the identifier is told by its values.
    private static final String BY_TERM = GoldenRecordRows.NEWEST
            + "where g.state = 'ACTIVE' and g.id in (select t.golden_id from search_term t where t.term like ?)"
            + " and g.id <> ? order by g.id fetch first ? rows only";

    private final Store store;
    private final Optional<String> siren;
    private final Optional<String> siret;

    /**
     * @param attributes those of the entity model; without a SIREN and a SIRET among them there are no establishments
     */
    public Establishments(Store store, List<AttributeDefinition> attributes) {
        this.store = store;
        this.siren = identifier(attributes, "siren");
        this.siret = identifier(attributes, "siret");
    }

    private static Optional<String> identifier(List<AttributeDefinition> attributes, String part) {
        return attributes.stream()
                .filter(attribute -> attribute.type() == SemanticType.IDENTIFIER
                        && attribute.part().equals(part))
                .map(AttributeDefinition::name)
                .findFirst();
    }

    /**
     * The establishments of a golden record if it is a legal unit, and its legal units if it is an establishment, in the order of the
     * other's id; follows redirects. There is more than one legal unit only as long as duplicates of it are not merged.
     *
     * @return at most 1,000; empty if it is neither
     */
    public List<Establishment> of(GoldenId id) {
        if (siren.isEmpty() || siret.isEmpty()) {
            return List.of();
        }
        return store.inTransaction(transaction -> {
            OptionalLong active = Redirects.active(transaction, id.value());
            if (active.isEmpty()) {
                return List.of();
            }
            GoldenRecord golden = newest(transaction, active.getAsLong());
            Optional<String> own = siretOf(golden);
            return own.isPresent()
                    ? legalUnits(transaction, golden, own.get().substring(0, SIREN_LENGTH))
                    : establishments(transaction, golden);
        });
    }

    private List<Establishment> legalUnits(Transaction transaction, GoldenRecord establishment, String prefix)
            throws SQLException {
        return withTerm(transaction, prefix, establishment.id()).stream()
                .filter(other -> siretOf(other).isEmpty()
                        && sirenOf(other).filter(prefix::equals).isPresent())
                .map(other -> new Establishment(other.id(), establishment.id()))
                .toList();
    }

    private List<Establishment> establishments(Transaction transaction, GoldenRecord legalUnit) throws SQLException {
        Optional<String> own = sirenOf(legalUnit);
        if (own.isEmpty()) {
            return List.of();
        }
        return withTerm(transaction, own.get() + "_".repeat(SIRET_LENGTH - SIREN_LENGTH), legalUnit.id()).stream()
                .filter(other -> siretOf(other)
                        .filter(number -> number.startsWith(own.get()))
                        .isPresent())
                .map(other -> new Establishment(legalUnit.id(), other.id()))
                .toList();
    }

    private Optional<String> sirenOf(GoldenRecord golden) {
        return digits(golden, siren.orElseThrow(), SIREN_LENGTH);
    }

    private Optional<String> siretOf(GoldenRecord golden) {
        return digits(golden, siret.orElseThrow(), SIRET_LENGTH);
    }

    /** Golden identifiers are shown in their standard form; what is no number of the right length identifies nothing. */
    private static Optional<String> digits(GoldenRecord golden, String attribute, int length) {
        return golden.attributes()
                .first(attribute)
                .filter(number ->
                        number.length() == length && number.chars().allMatch(digit -> digit >= '0' && digit <= '9'));
    }

    private static GoldenRecord newest(Transaction transaction, long goldenId) throws SQLException {
        try (PreparedStatement query =
                transaction.connection().prepareStatement(GoldenRecordRows.NEWEST + "where g.id = ?")) {
            query.setLong(1, goldenId);
            return GoldenRecordRows.readAll(query).get(0);
        }
    }

    private static List<GoldenRecord> withTerm(Transaction transaction, String pattern, GoldenId not)
            throws SQLException {
        transaction.planByValues();
        try (PreparedStatement query = transaction.connection().prepareStatement(BY_TERM)) {
            query.setString(1, pattern);
            query.setLong(2, not.value());
            query.setInt(3, MOST);
            return GoldenRecordRows.readAll(query);
        }
    }
}
