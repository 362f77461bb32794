package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.model.RuleSet;
import io.goldsmith.mdm.model.RulesInForce;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Puts rules in force. Publishing is a change of every result: the records wait to be resolved anew, while what stands keeps standing
 * until a batch has written better.
 */
public final class RulePublication {

    private final Store store;
    private final ResolutionLocks locks;

    public RulePublication(Store store) {
        this.store = store;
        this.locks = ResolutionLocks.underAnyRules(store);
    }

    /**
     * Publishes rules, unless they are in force already. Nodes that run under the rules before refuse to write from then on.
     *
     * @param wanted what to publish, given what is in force
     * @param cause why, at most 256 characters
     */
    public RulesInForce publish(Wanted wanted, String cause) {
        return store.inTransaction(transaction -> {
            locks.enterAlone(transaction);
            RulesInForce last = RulesInForce.last(transaction);
            RuleSet rules = wanted.given(transaction, last);
            if (last.version() > 0 && last.digest().equals(rules.digest())) {
                return last;
            }
            boolean concernsResults = resolveAllAnew(transaction);
            RulesInForce published = last.followedBy(transaction, store, rules, cause);
            if (!concernsResults) {
                settle(transaction, store, published.version());
            }
            return published;
        });
    }

    /** The rules to publish. */
    @FunctionalInterface
    public interface Wanted {
        RuleSet given(Transaction transaction, RulesInForce last) throws SQLException;
    }

    /** Notes that every result was made by the rules of a version. */
    static void settle(Transaction transaction, Store store, int version) throws SQLException {
        try (PreparedStatement update = transaction
                .connection()
                .prepareStatement("update published_rules set settled_at = ? where version = ?")) {
            update.setObject(
                    1, store.clock().instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
            update.setInt(2, version);
            update.executeUpdate();
        }
    }

    /**
     * Keys were made by the rules before and cannot be found by the new ones: the batch writes them all again.
     *
     * @return whether there is any result
     */
    private boolean resolveAllAnew(Transaction transaction) throws SQLException {
        try (Statement change = transaction.connection().createStatement()) {
            // In PostgreSQL, truncating is part of the transaction; in H2 it would commit it.
            change.executeUpdate(store.isPostgreSql() ? "truncate table blocking_key" : "delete from blocking_key");
            return change.executeUpdate("update source_record set state = 'PENDING' where state = 'RESOLVED'") > 0;
        }
    }
}
