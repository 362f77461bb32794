package io.goldsmith.connect.push;

import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** What was answered under an idempotency key, for a day; written in the transaction that landed. */
final class StoredAnswers {

    private static final Duration KEPT = Duration.ofHours(24);

    private final Store store;
    private final String connector;

    StoredAnswers(Store store, String connector) {
        this.store = store;
        this.connector = connector;
    }

    /**
     * What was answered to the same request; empty if its key is new.
     *
     * @throws PushRefusal if another request came under the key
     */
    Optional<String> find(Transaction transaction, String key, PushRequest.Identity identity) throws SQLException {
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select request_digest, answer from push_answer"
                        + " where connector = ? and key_digest = ? and answered_at > ?")) {
            query.setString(1, connector);
            query.setString(2, digest(key));
            query.setObject(3, oldest());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!row.getString(1).equals(identity.digest())) {
                    throw new PushRefusal(
                            PushRefusal.Kind.CONTRADICTION,
                            "An Idempotency-Key must be a request's own for 24 hours, but another request came under this"
                                    + " one; send a new key");
                }
                return Optional.of(row.getString(2));
            }
        }
    }

    /** @throws io.goldsmith.mdm.store.StoreException if another transaction came first under the key */
    void add(Transaction transaction, String key, PushRequest.Identity identity, String answer) throws SQLException {
        forget(transaction, key);
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement("insert into push_answer (connector, key_digest, request_digest, answer, answered_at)"
                        + " values (?, ?, ?, ?, ?)")) {
            insert.setString(1, connector);
            insert.setString(2, digest(key));
            insert.setString(3, identity.digest());
            insert.setString(4, answer);
            insert.setObject(5, now());
            insert.executeUpdate();
        }
    }

    /** What is too old to be found keeps the key from being used again until it is gone. */
    private void forget(Transaction transaction, String key) throws SQLException {
        try (PreparedStatement delete = transaction
                .connection()
                .prepareStatement(
                        "delete from push_answer where connector = ? and key_digest = ? and answered_at <= ?")) {
            delete.setString(1, connector);
            delete.setString(2, digest(key));
            delete.setObject(3, oldest());
            delete.executeUpdate();
        }
    }

    /** Removes what nobody will ask for any more, of every connector. */
    void forgetOld() {
        store.inTransaction(transaction -> {
            try (PreparedStatement delete =
                    transaction.connection().prepareStatement("delete from push_answer where answered_at <= ?")) {
                delete.setObject(1, oldest());
                return delete.executeUpdate();
            }
        });
    }

    private OffsetDateTime now() {
        return store.clock().instant().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime oldest() {
        Instant oldest = store.clock().instant().minus(KEPT);
        return oldest.atOffset(ZoneOffset.UTC);
    }

    private static String digest(String key) {
        return Digests.sha256(key.getBytes(StandardCharsets.UTF_8));
    }
}
