package io.goldsmith.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.ConnectorConfiguration;
import io.goldsmith.connect.settings.AttributeMappingSettings;
import io.goldsmith.connect.settings.ConnectorSettings;
import io.goldsmith.connect.settings.RecordsSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.suggest.ConnectorSuggestion;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.samples.landscape.Landscape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is suggested for the demonstration's three systems loads as configuration, and is nearly what a person wrote. */
class SuggestedMappingTest {

    private static final int RECORDS = 3_000;

    /** Of the 59 hand-written attribute mappings so many are proposed alike. */
    private static final int FEWEST_ALIKE = 59;

    @TempDir
    Path parent;

    @Test
    void isNearlyWhatAPersonWrote() throws IOException {
        DemoFolder folder = new DemoFolder(parent.resolve("demo"), RECORDS, 1);
        folder.fill();
        try (Landscape landscape = Landscape.start(folder.landscape())) {
            folder.configure(landscape);
            Map<String, ConnectorSettings> written = connectors(folder.hub());
            Path yaml = folder.hub().resolve(HubConfiguration.FILE);
            String text = Files.readString(yaml);
            Files.writeString(yaml, withoutMappings(text));
            ConnectorSuggestion suggestion = new ConnectorSuggestion(HubConfiguration.read(folder.hub()));
            StringBuilder suggested = new StringBuilder();
            for (String connector : written.keySet()) {
                String proposal = suggestion.of(connector);
                suggested.append(proposal.replaceFirst("(?m)^connectors:$", ""));
            }

            Files.writeString(yaml, withConnectors(text, suggested.toString()));
            Map<String, ConnectorSettings> proposed = connectors(folder.hub());

            List<String> different = new ArrayList<>();
            int all = 0;
            int alike = 0;
            for (String name : mappings(written).keySet()) {
                boolean same =
                        mappings(written).get(name).equals(mappings(proposed).get(name));
                all++;
                alike += same ? 1 : 0;
                if (!same) {
                    different.add(name + " is " + mappings(proposed).get(name));
                }
            }
            assertThat(all).isEqualTo(59 + 4 * 2);
            assertThat(alike - 4 * 2).as(different + "\n" + suggested).isGreaterThanOrEqualTo(FEWEST_ALIKE);
            assertThat(mappings(proposed).keySet())
                    .as("nothing else is proposed")
                    .isSubsetOf(mappings(written).keySet());
        }
    }

    private static Map<String, ConnectorSettings> connectors(Path hub) {
        return ConnectorConfiguration.of(HubConfiguration.read(hub))
                .connectors()
                .connectors();
    }

    /** Every key, timestamp and attribute of every stream of records, by where it stands. */
    private static Map<String, Object> mappings(Map<String, ConnectorSettings> connectors) {
        Map<String, Object> mappings = new LinkedHashMap<>();
        connectors.forEach((connector, settings) -> {
            for (StreamSettings stream : settings.streams()) {
                String at = connector + "/" + stream.name() + "/";
                if (stream.records().isPresent()) {
                    RecordsSettings records = stream.records().get();
                    mappings.put(at + "key", records.key());
                    mappings.put(at + "timestamp", records.timestamp());
                    for (Map.Entry<String, AttributeMappingSettings> attribute :
                            records.attributes().entrySet()) {
                        mappings.put(at + attribute.getKey(), attribute.getValue());
                    }
                }
            }
        });
        return mappings;
    }

    /** The configuration as a person begins it: streams of records say their names and where they are. */
    private static String withoutMappings(String yaml) {
        StringBuilder text = new StringBuilder();
        boolean inRecords = false;
        for (String line : yaml.split("\n")) {
            if (line.matches(" {8}records:")) {
                inRecords = true;
            } else if (inRecords && !line.matches(" {10}.*")) {
                inRecords = false;
            }
            if (!inRecords) {
                text.append(line).append('\n');
            }
        }
        return text.toString();
    }

    private static String withConnectors(String yaml, String connectors) {
        return Pattern.compile("(?ms)^connectors:\n.*?(?=^replication:)")
                .matcher(yaml)
                .replaceFirst(java.util.regex.Matcher.quoteReplacement("connectors:\n" + connectors + "\n"));
    }
}
