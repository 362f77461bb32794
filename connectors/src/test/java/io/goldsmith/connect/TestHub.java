package io.goldsmith.connect;

import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.model.HubConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;

/** A real hub in a folder, with the connectors that a test writes down as YAML. */
public final class TestHub implements AutoCloseable {

    private final Hub hub;
    private final Connectors connectors;

    private TestHub(Hub hub, Connectors connectors) {
        this.hub = hub;
        this.connectors = connectors;
    }

    /** Opens the hub of a folder, new or again. */
    public static TestHub open(Path folder, String sections) {
        write(folder, sections);
        return opened(folder);
    }

    /** Opens the hub of a folder, and is told how far it is. */
    public static TestHub open(Path folder, String sections, StageProgress progress) {
        write(folder, sections);
        return opened(folder, progress);
    }

    private static TestHub opened(Path folder) {
        return opened(folder, StageProgress.NONE);
    }

    private static TestHub opened(Path folder, StageProgress progress) {
        Hub hub = Hub.open(HubConfiguration.read(folder), Clock.systemUTC());
        try {
            return new TestHub(hub, Connectors.open(hub, Clock.systemUTC(), progress));
        } catch (RuntimeException failure) {
            hub.close();
            throw failure;
        }
    }

    /** Opens the hub of a folder in a database, new or again. */
    public static TestHub open(Path folder, String sections, HubDatabase database) {
        write(folder, sections, database);
        return opened(folder);
    }

    /** Writes goldsmith.yaml, with its database, and the secrets. */
    public static void write(Path folder, String sections, HubDatabase database) {
        write(folder, sections);
        try {
            Path file = folder.resolve("goldsmith.yaml");
            Files.writeString(file, database.in(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the hub of a folder that has another secret beside the usual one. */
    public static TestHub open(Path folder, String sections, String otherSecret) {
        try {
            Files.createDirectories(folder.resolve("secrets"));
            Files.writeString(folder.resolve("secrets/" + otherSecret), "something-else");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open(folder, sections);
    }

    /** Writes goldsmith.yaml and the secrets. */
    public static void write(Path folder, String sections) {
        try (InputStream base = TestHub.class.getResourceAsStream("hub.yaml")) {
            Files.createDirectories(folder.resolve("secrets"));
            Files.writeString(folder.resolve("secrets/password"), "0123456789-secret");
            Files.writeString(
                    folder.resolve("goldsmith.yaml"),
                    new String(base.readAllBytes(), StandardCharsets.UTF_8) + sections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one number that a query of the hub's database gives. */
    public long count(String query) {
        return hub.store().inTransaction(transaction -> {
            try (Statement statement = transaction.connection().createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    public Hub hub() {
        return hub;
    }

    public Connectors connectors() {
        return connectors;
    }

    @Override
    public void close() {
        connectors.close();
        hub.close();
    }
}
