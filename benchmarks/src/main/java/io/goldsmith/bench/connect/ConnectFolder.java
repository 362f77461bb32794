package io.goldsmith.bench.connect;

import io.goldsmith.bench.figure.BenchException;
import io.goldsmith.bench.hub.HubFolder;
import io.goldsmith.bench.hub.PostgreSqlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The folder of a hub that extracts from one source. */
final class ConnectFolder {

    static final String INBOX = "inbox";

    private static final String SECRET = "secrets/source-database";
    private static final Set<String> SEVERAL = Set.of("phone", "email", "interests", "preferences");

    private ConnectFolder() {}

    /**
     * Writes the configuration.
     *
     * @param source where the source's database is
     */
    static void write(Path folder, String hub, String source, List<String> attributes) {
        try {
            Files.createDirectories(folder.resolve(INBOX));
            Files.createDirectories(folder.resolve("secrets"));
            Files.writeString(folder.resolve(SECRET), PostgreSqlServer.USER);
        } catch (IOException e) {
            throw new BenchException("The hub's folder cannot be made in " + folder + ".", e);
        }
        HubFolder.write(
                folder,
                hub,
                PostgreSqlServer.USER,
                PostgreSqlServer.USER,
                Map.of(
                        "connectors",
                        Map.of(
                                Extracted.JDBC.connector(),
                                jdbc(source, attributes),
                                Extracted.CSV.connector(),
                                csv(attributes))));
    }

    private static Map<String, Object> jdbc(String url, List<String> attributes) {
        return Map.of(
                "kind",
                "jdbc",
                "source",
                "crm",
                "url",
                url,
                "user",
                PostgreSqlServer.USER,
                "password",
                "${file:" + SECRET + "}",
                "streams",
                List.of(stream(SourceRows.TABLE, attributes)));
    }

    private static Map<String, Object> csv(List<String> attributes) {
        return Map.of("kind", "file", "source", "erp", "inbox", INBOX, "streams", List.of(stream("*.csv", attributes)));
    }

    private static Map<String, Object> stream(String from, List<String> attributes) {
        Map<String, Object> mapped = new LinkedHashMap<>();
        for (String attribute : attributes) {
            String column = SourceRows.column(attribute);
            mapped.put(attribute, SEVERAL.contains(attribute) ? Map.of("column", column, "split", "|") : column);
        }
        return Map.of(
                "name",
                "customers",
                "from",
                from,
                "records",
                Map.of(
                        "key",
                        SourceRows.KEY,
                        "timestamp",
                        Map.of("column", SourceRows.CHANGED, "zone", "UTC"),
                        "attributes",
                        mapped));
    }
}
