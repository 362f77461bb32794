package io.goldsmith.connect;

import io.goldsmith.connect.mapping.MappingChecks;
import io.goldsmith.connect.plugin.ConnectorKinds;
import io.goldsmith.connect.plugin.PluginChecks;
import io.goldsmith.connect.settings.ConnectorsSettings;
import io.goldsmith.connect.settings.ReplicationSettings;
import io.goldsmith.connect.settings.ScaleOutChecks;
import io.goldsmith.connect.settings.ScaleOutSettings;
import io.goldsmith.connect.settings.SettingsChecks;
import io.goldsmith.matching.settings.SettingsDocument;
import io.goldsmith.matching.settings.SettingsException;
import io.goldsmith.matching.settings.SettingsProblem;
import io.goldsmith.mdm.model.HubConfiguration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a hub's configuration says of its border, checked as a whole.
 *
 * @param connectors how systems are read
 * @param targets how they are written
 * @param scaleOut how nodes share the work; empty: they take turns
 */
public record ConnectorConfiguration(
        ConnectorsSettings connectors, ReplicationSettings targets, Optional<ScaleOutSettings> scaleOut) {

    /**
     * Checks the sections against the rest of the configuration and each other.
     *
     * @throws SettingsException naming every setting that does not fit, by line and key
     */
    public static ConnectorConfiguration of(HubConfiguration configuration) {
        ConnectorsSettings connectors =
                configuration.section(ConnectorsSettings.class).orElse(new ConnectorsSettings(Map.of()));
        ReplicationSettings targets =
                configuration.section(ReplicationSettings.class).orElse(new ReplicationSettings(Map.of()));
        SettingsDocument document = SettingsDocument.read(configuration.folder().resolve(HubConfiguration.FILE));
        List<SettingsProblem> problems = new ArrayList<>(SettingsChecks.problems(
                document,
                configuration.entityModel(),
                configuration.sourceSystems().keySet(),
                connectors,
                targets));
        problems.addAll(MappingChecks.problems(document, configuration.folder(), connectors, targets));
        try (ConnectorKinds kinds = ConnectorKinds.of(configuration.folder())) {
            problems.addAll(PluginChecks.problems(document, kinds, connectors));
        }
        Optional<ScaleOutSettings> scaleOut = configuration.section(ScaleOutSettings.class);
        scaleOut.ifPresent(
                sharing -> problems.addAll(ScaleOutChecks.problems(document, configuration.database(), sharing)));
        if (!problems.isEmpty()) {
            throw new SettingsException(problems.stream()
                    .sorted(Comparator.comparingInt(SettingsProblem::line).thenComparing(SettingsProblem::key))
                    .toList());
        }
        return new ConnectorConfiguration(connectors, targets, scaleOut);
    }
}
