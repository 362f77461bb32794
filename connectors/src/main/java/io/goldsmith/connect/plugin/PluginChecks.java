package io.goldsmith.connect.plugin;

import io.goldsmith.connect.settings.ConnectorsSettings;
import io.goldsmith.connect.settings.PluginConnectorSettings;
import io.goldsmith.connect.settings.SecretReference;
import io.goldsmith.connect.spi.KindOption;
import io.goldsmith.matching.settings.NearestWord;
import io.goldsmith.matching.settings.SettingsDocument;
import io.goldsmith.matching.settings.SettingsProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks the connectors of third parties against what their kinds say of themselves. */
public final class PluginChecks {

    private final SettingsDocument document;
    private final ConnectorKinds kinds;
    private final List<SettingsProblem> problems = new ArrayList<>();

    private PluginChecks(SettingsDocument document, ConnectorKinds kinds) {
        this.document = document;
        this.kinds = kinds;
    }

    /** Every problem, by line and key. */
    public static List<SettingsProblem> problems(
            SettingsDocument document, ConnectorKinds kinds, ConnectorsSettings connectors) {
        PluginChecks checks = new PluginChecks(document, kinds);
        connectors.connectors().forEach((name, connector) -> {
            if (connector instanceof PluginConnectorSettings plugin) {
                checks.connector("/connectors/" + name, plugin);
            }
        });
        return List.copyOf(checks.problems);
    }

    private void connector(String pointer, PluginConnectorSettings settings) {
        Optional<InstalledKind> kind = kinds.find(settings.plugin());
        if (kind.isEmpty()) {
            problem(pointer + "/plugin", "\"" + settings.plugin() + "\" is no kind of connector; " + hint(settings));
            return;
        }
        Map<String, KindOption> options =
                kind.get().kind().options().stream().collect(Collectors.toMap(KindOption::name, Function.identity()));
        settings.options().keySet().stream()
                .filter(given -> !options.containsKey(given))
                .forEach(given -> problem(
                        pointer + "/options/" + given,
                        "\"" + given + "\" is no option of " + settings.plugin() + "; "
                                + NearestWord.hint(given, options.keySet())));
        options.values().forEach(option -> option(pointer, settings, option));
    }

    private void option(String pointer, PluginConnectorSettings settings, KindOption option) {
        boolean isGiven = settings.options().containsKey(option.name());
        if (option.isRequired() && !isGiven) {
            problem(
                    pointer + (settings.options().isEmpty() ? "" : "/options"),
                    "the option " + option.name() + " of " + settings.plugin() + " must be there, but is not: "
                            + option.description());
        }
        String at = pointer + "/options/" + option.name();
        if (option.isSecret()
                && isGiven
                && !SecretReference.isReference(document.tree().at(at).asString(""))) {
            problem(at, SecretReference.EXPECTED);
        }
    }

    private String hint(PluginConnectorSettings settings) {
        List<String> names =
                kinds.all().stream().map(installed -> installed.kind().name()).toList();
        return names.isEmpty()
                ? "there is none: put its jar into the folder " + ConnectorKinds.FOLDER + " of the hub"
                : NearestWord.hint(settings.plugin(), names) + " A jar belongs into the folder " + ConnectorKinds.FOLDER
                        + " of the hub.";
    }

    private void problem(String pointer, String message) {
        problems.add(document.problem(pointer, message));
    }
}
