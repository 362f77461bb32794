package io.goldsmith.connect.file;

import io.goldsmith.mdm.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** The hub's own memory of the files that a connector landed: Camel's may forget, and a killed process leaves a landed file in the inbox. */
final class FilesRead {

    /**
     * What makes a file the same as one that was read before.
     *
     * @param digest SHA-256 of its content, in hex
     */
    record Fingerprint(String name, long size, String digest) {

        static Fingerprint of(Path file) throws IOException {
            MessageDigest digest = sha256();
            try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
                content.transferTo(OutputStream.nullOutputStream());
            }
            return new Fingerprint(
                    file.getFileName().toString(),
                    Files.size(file),
                    HexFormat.of().formatHex(digest.digest()));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every Java has SHA-256", impossible);
            }
        }
    }

    private final Store store;
    private final String connector;

    FilesRead(Store store, String connector) {
        this.store = store;
        this.connector = connector;
    }

    boolean contains(Fingerprint file) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select 1 from connector_file where connector = ? and name = ? and size = ?"
                            + " and digest = ?")) {
                set(query, file);
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    void add(Fingerprint file) {
        store.inTransaction(transaction -> {
            try (PreparedStatement insert = transaction
                    .connection()
                    .prepareStatement("insert into connector_file (connector, name, size, digest, landed_at)"
                            + " values (?, ?, ?, ?, ?)")) {
                set(insert, file);
                insert.setObject(5, store.clock().instant().atOffset(ZoneOffset.UTC));
                return insert.executeUpdate();
            }
        });
    }

    private void set(PreparedStatement statement, Fingerprint file) throws SQLException {
        statement.setString(1, connector);
        statement.setString(2, file.name());
        statement.setLong(3, file.size());
        statement.setString(4, file.digest());
    }
}
