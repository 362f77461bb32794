package io.goldsmith.connect.preview;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.ConnectorConfiguration;
import io.goldsmith.connect.mapping.RecordMapping;
import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.connect.settings.ConnectorSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.spi.Sample;
import io.goldsmith.connect.spi.SampledRow;
import io.goldsmith.connect.spi.Sampling;
import io.goldsmith.matching.settings.NearestWord;
import io.goldsmith.mdm.model.HubConfiguration;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes previews of the connectors of a configuration. */
public final class ConnectorPreview {

    private final HubConfiguration configuration;
    private final RowPreview rows;

    /**
     * @param clock says what today is, for the validation rules
     * @throws io.goldsmith.matching.settings.SettingsException naming every setting that does not fit another
     */
    public ConnectorPreview(HubConfiguration configuration, Clock clock) {
        ConnectorConfiguration.of(configuration);
        this.configuration = configuration;
        this.rows = new RowPreview(configuration, clock);
    }

    /**
     * Looks at the first rows of a connector's streams. A stream that cannot be read says so, and the others are shown all the same.
     *
     * @param connector the connector's name
     * @param stream the only stream to look at; empty: all
     * @param records how many rows of each stream, from 1 to {@value io.goldsmith.connect.spi.Sampling#MOST_ROWS}
     * @throws UnknownConnectorException if there is no such connector or stream
     * @throws IllegalArgumentException if the number of rows is out of range
     */
    public Preview of(String connector, Optional<String> stream, int records) {
        if (records < 1 || records > Sampling.MOST_ROWS) {
            throw new IllegalArgumentException(
                    "The number of records must be from 1 to " + Sampling.MOST_ROWS + ", but is " + records + ".");
        }
        ConnectorSettings settings = Samplings.settings(configuration, connector);
        List<StreamSettings> wanted = settings.streams().stream()
                .filter(one -> stream.isEmpty() || stream.get().equals(one.name()))
                .toList();
        if (wanted.isEmpty()) {
            List<String> names =
                    settings.streams().stream().map(StreamSettings::name).toList();
            throw new UnknownConnectorException("Connector " + connector + " has no stream " + stream.orElse("") + "; "
                    + NearestWord.hint(stream.orElse(""), names));
        }
        List<StreamPreview> streams = new ArrayList<>();
        try (Sampling sampling = Samplings.open(connector, settings, configuration.folder())) {
            wanted.forEach(one -> streams.add(stream(sampling, settings.source(), one, records)));
        }
        return new Preview(connector, settings.source(), streams);
    }

    private StreamPreview stream(Sampling sampling, String source, StreamSettings stream, int records) {
        if (stream.reference().isPresent()) {
            return new StreamPreview(
                    stream.name(),
                    "reference data",
                    stream.from(),
                    "reference data are loaded as their publisher writes them, and have no preview",
                    List.of(),
                    List.of());
        }
        StreamMapping mapping = StreamMapping.of(source, stream, configuration.folder());
        String holds =
                stream.records().isPresent() ? "records" : stream.orders().isPresent() ? "orders" : "relations";
        List<PreviewedAttribute> attributes = mapping instanceof RecordMapping found ? attributes(found) : List.of();
        try {
            Sample sample = sampling.first(stream, mapping.columns(), records);
            List<PreviewedRow> previewed = new ArrayList<>();
            for (SampledRow row : sample.rows()) {
                previewed.add(rows.of(mapping, row));
            }
            return new StreamPreview(stream.name(), holds, sample.place(), "", attributes, previewed);
        } catch (ConnectException unreadable) {
            return new StreamPreview(
                    stream.name(), holds, stream.from(), unreadable.getMessage(), attributes, List.of());
        }
    }

    private static List<PreviewedAttribute> attributes(RecordMapping mapping) {
        return mapping.attributes().stream()
                .map(attribute -> new PreviewedAttribute(
                        attribute,
                        List.copyOf(mapping.columns(attribute)),
                        mapping.condition(attribute)
                                .map(condition -> condition.column() + " is " + condition.is())
                                .orElse(""),
                        mapping.isReversible(attribute),
                        mapping.obstacle(attribute).orElse("")))
                .toList();
    }
}
