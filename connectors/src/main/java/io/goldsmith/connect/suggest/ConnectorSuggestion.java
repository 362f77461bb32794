package io.goldsmith.connect.suggest;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.preview.Samplings;
import io.goldsmith.connect.settings.ConnectorSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.spi.Sample;
import io.goldsmith.connect.spi.Sampling;
import io.goldsmith.matching.settings.SettingsDocument;
import io.goldsmith.mdm.model.HubConfiguration;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Proposes the mapping of a connector whose streams say no more than where they are. */
public final class ConnectorSuggestion {

    /** How many rows of each stream are looked at. */
    public static final int ROWS = 1_000;

    private final HubConfiguration configuration;

    public ConnectorSuggestion(HubConfiguration configuration) {
        this.configuration = configuration;
    }

    /**
     * The connector's section with a mapping for each stream of records, as YAML with the reasons as comments. Streams that hold orders,
     * relations or reference data stay as they are.
     *
     * @throws io.goldsmith.connect.preview.UnknownConnectorException if there is no such connector
     * @throws ConnectException if a stream cannot be read; the message says what to check
     */
    public String of(String connector) {
        ConnectorSettings settings = Samplings.settings(configuration, connector);
        SettingsDocument document = SettingsDocument.read(configuration.folder().resolve(HubConfiguration.FILE));
        JsonNode written = document.tree().path("connectors").path(connector);
        SuggestionText text = new SuggestionText(connector, written);
        try (Sampling sampling = Samplings.open(connector, settings, configuration.folder())) {
            for (int i = 0; i < settings.streams().size(); i++) {
                StreamSettings stream = settings.streams().get(i);
                JsonNode as = written.path("streams").path(i);
                if (stream.contents() == 1 && stream.records().isEmpty()) {
                    text.kept(stream, as);
                } else {
                    Sample sample = sampling.first(stream, Set.of(), ROWS);
                    SampledCells cells = SampledCells.of(sample);
                    text.proposed(
                            stream,
                            as,
                            sample.place(),
                            cells.rows().size(),
                            new StreamSuggestion(configuration.entityModel(), cells).propose());
                }
            }
        }
        return text.text();
    }
}
