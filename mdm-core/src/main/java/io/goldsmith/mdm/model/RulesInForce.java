package io.goldsmith.mdm.model;

import io.goldsmith.matching.model.SavedModel;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The rules under which golden records are made, kept with every version of them that was ever in force, so that a past value can be
 * explained.
 *
 * @param version from 1, one more with each change of the rules
 * @param digest of the rules, see {@link RuleSet#digest()}
 * @param model the match model; empty: m and u as the configuration has them
 */
public record RulesInForce(int version, String digest, Optional<SavedModel> model) {

    private static final RulesInForce NONE = new RulesInForce(0, "", Optional.empty());

    private static final String LAST =
            "select version, digest, model from published_rules order by version desc fetch first 1 row only";

    private static final String INSERT = "insert into published_rules"
            + " (version, digest, content, published_at, model, model_digest, cause) values (?, ?, ?, ?, ?, ?, ?)";

    /** What was published last; version 0 if nothing was yet. */
    public static RulesInForce last(Transaction transaction) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(LAST);
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return NONE;
            }
            Optional<SavedModel> model = Optional.ofNullable(row.getString(3))
                    .map(json -> SavedModel.parse(json, "the match model in force"));
            return new RulesInForce(row.getInt(1), row.getString(2), model);
        }
    }

    /** The same with m and u as the configuration has them. */
    public RulesInForce withoutModel() {
        return new RulesInForce(version, digest, Optional.empty());
    }

    /** Rules as they would be in force if they were published next. */
    public RulesInForce unpublished(RuleSet rules) {
        return new RulesInForce(version + 1, rules.digest(), rules.model());
    }

    /**
     * Publishes a rule set, in the caller's transaction, as a new version.
     *
     * @param cause why, for example {@code first load}; at most 256 characters
     */
    public RulesInForce followedBy(Transaction transaction, Store store, RuleSet rules, String cause)
            throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement(INSERT)) {
            insert.setInt(1, version + 1);
            insert.setString(2, rules.digest());
            insert.setString(3, rules.content());
            insert.setObject(
                    4, store.clock().instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
            if (rules.model().isPresent()) {
                insert.setString(5, rules.model().get().json());
                insert.setString(6, RuleSet.digestOf(rules.model().get()));
            } else {
                insert.setNull(5, Types.VARCHAR);
                insert.setNull(6, Types.VARCHAR);
            }
            insert.setString(7, cause);
            insert.executeUpdate();
        }
        return unpublished(rules);
    }

    /** Whether a match model has been in force before, so that an old file beside the configuration does not bring it back. */
    static boolean wasInForce(Transaction transaction, SavedModel model) throws SQLException {
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select 1 from published_rules where model_digest = ? fetch first 1 row only")) {
            query.setString(1, RuleSet.digestOf(model));
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
