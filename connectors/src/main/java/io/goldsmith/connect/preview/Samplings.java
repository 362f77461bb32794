package io.goldsmith.connect.preview;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.capture.CaptureSampling;
import io.goldsmith.connect.file.FileSampling;
import io.goldsmith.connect.http.HttpSampling;
import io.goldsmith.connect.jdbc.JdbcSampling;
import io.goldsmith.connect.jms.JmsSampling;
import io.goldsmith.connect.kafka.KafkaSampling;
import io.goldsmith.connect.plugin.PluginSampling;
import io.goldsmith.connect.settings.CamelConnectorSettings;
import io.goldsmith.connect.settings.CaptureConnectorSettings;
import io.goldsmith.connect.settings.ConnectorSettings;
import io.goldsmith.connect.settings.ConnectorsSettings;
import io.goldsmith.connect.settings.FileConnectorSettings;
import io.goldsmith.connect.settings.HttpConnectorSettings;
import io.goldsmith.connect.settings.JdbcConnectorSettings;
import io.goldsmith.connect.settings.JmsConnectorSettings;
import io.goldsmith.connect.settings.KafkaConnectorSettings;
import io.goldsmith.connect.settings.PluginConnectorSettings;
import io.goldsmith.connect.settings.PushConnectorSettings;
import io.goldsmith.connect.spi.Sampling;
import io.goldsmith.matching.settings.NearestWord;
import io.goldsmith.mdm.model.HubConfiguration;
import java.nio.file.Path;
import java.util.Map;

/** Finds the connector of a name, and the way to look at its source. */
public final class Samplings {

    private Samplings() {}

    /**
     * The settings of a connector.
     *
     * @throws UnknownConnectorException if there is none of that name; the message names those that there are
     */
    public static ConnectorSettings settings(HubConfiguration configuration, String connector) {
        Map<String, ConnectorSettings> connectors = configuration
                .section(ConnectorsSettings.class)
                .map(ConnectorsSettings::connectors)
                .orElse(Map.of());
        ConnectorSettings settings = connectors.get(connector);
        if (settings == null) {
            throw new UnknownConnectorException("There is no connector " + connector + " in goldsmith.yaml; "
                    + (connectors.isEmpty() ? "it has none." : NearestWord.hint(connector, connectors.keySet())));
        }
        return settings;
    }

    /**
     * The way to look at a connector's source.
     *
     * @param hubFolder the hub's folder
     * @throws ConnectException if it cannot be opened
     */
    public static Sampling open(String connector, ConnectorSettings settings, Path hubFolder) {
        if (settings instanceof JdbcConnectorSettings jdbc) {
            return new JdbcSampling(connector, jdbc);
        }
        if (settings instanceof CaptureConnectorSettings capture) {
            return new CaptureSampling(connector, capture);
        }
        if (settings instanceof PluginConnectorSettings plugin) {
            return PluginSampling.open(connector, plugin, hubFolder);
        }
        if (settings instanceof PushConnectorSettings) {
            throw new ConnectException(
                    "Connector " + connector + " is of kind push: its system sends by itself, so there is"
                            + " nothing to look at before it does");
        }
        if (settings instanceof KafkaConnectorSettings kafka) {
            return new KafkaSampling(connector, kafka, hubFolder);
        }
        if (settings instanceof JmsConnectorSettings jms) {
            return new JmsSampling(connector, jms);
        }
        if (settings instanceof CamelConnectorSettings) {
            throw new ConnectException(
                    "Connector " + connector + " is of kind camel, which cannot be looked at: what an"
                            + " endpoint gives is taken with it; look at a copy with a connector of another kind");
        }
        return settings instanceof FileConnectorSettings file
                ? new FileSampling(connector, file, hubFolder)
                : HttpSampling.open(connector, (HttpConnectorSettings) settings);
    }
}
