package io.goldsmith.bench.hub;

import io.goldsmith.bench.figure.BenchException;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.samples.generate.CustomerFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** The folder of a hub under measure: the demonstration's model and rules, on a database of its own, with no connectors but those of the benchmark. */
public final class HubFolder {

    private static final String DEMONSTRATION = "/io/goldsmith/samples/demo/goldsmith.yaml";

    private static final List<String> SECTIONS = List.of("model", "sources", "validation", "matching", "survivorship");

    private HubFolder() {}

    /** Writes the configuration; the folder is made if need be. */
    static void write(Path folder, String url, String user, String password) {
        write(folder, url, user, password, Map.of());
    }

    /** Writes the configuration with further sections. */
    public static void write(Path folder, String url, String user, String password, Map<String, Object> sections) {
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("hub", hub(url, user, password));
        try (InputStream stream = CustomerFiles.class.getResourceAsStream(DEMONSTRATION)) {
            String yaml = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
            if (tree instanceof Map<?, ?> demonstration) {
                SECTIONS.forEach(section -> configuration.put(section, demonstration.get(section)));
            }
            configuration.putAll(sections);
            Files.createDirectories(folder);
            // JSON is YAML too.
            Files.writeString(
                    folder.resolve(HubConfiguration.FILE), JsonMapper.shared().writeValueAsString(configuration));
        } catch (IOException e) {
            throw new BenchException("The hub's configuration cannot be written to " + folder + ".", e);
        }
    }

    /** The section {@code hub}, which {@link #write} takes unless it is among the further sections. */
    public static Map<String, Object> hub(String url, String user, String password) {
        return Map.of(
                "database",
                Map.of("url", url, "user", user, "password", password),
                "profile-key",
                "a key of a benchmark",
                "payload-key",
                "another key of a benchmark");
    }
}
