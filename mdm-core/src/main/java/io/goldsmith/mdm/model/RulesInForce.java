package io.goldsmith.mdm.model;

import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * The rules under which golden records are made, kept with every version of them that was ever in force, so that a past value can be
 * explained.
 *
 * @param version from 1, one more with each change of the rules
 * @param digest SHA-256 of the content, in hexadecimal
 */
public record RulesInForce(int version, String digest) {

    /** Publishes the rules of a configuration, as a new version if they are not those published last. */
    public static RulesInForce publish(Store store, HubConfiguration configuration) {
        String content = Documents.write(configuration.rules());
        String digest = sha256(content);
        return store.inTransaction(transaction -> {
            RulesInForce last = last(transaction);
            return last.digest.equals(digest) ? last : add(store, transaction, last.version + 1, digest, content);
        });
    }

    private static RulesInForce last(Transaction transaction) throws SQLException {
        try (PreparedStatement query = transaction
                        .connection()
                        .prepareStatement(
                                "select version, digest from published_rules order by version desc fetch first 1 rows only");
                ResultSet row = query.executeQuery()) {
            return row.next() ? new RulesInForce(row.getInt(1), row.getString(2)) : new RulesInForce(0, "");
        }
    }

    private static RulesInForce add(Store store, Transaction transaction, int version, String digest, String content)
            throws SQLException {
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement(
                        "insert into published_rules (version, digest, content, published_at) values (?, ?, ?, ?)")) {
            insert.setInt(1, version);
            insert.setString(2, digest);
            insert.setString(3, content);
            insert.setObject(
                    4, store.clock().instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        return new RulesInForce(version, digest);
    }

    private static String sha256(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
