package io.goldsmith.mdm.model;

import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.settings.SettingsDocument;
import io.goldsmith.matching.settings.SettingsException;
import io.goldsmith.matching.settings.SettingsProblem;
import io.goldsmith.matching.survive.SurvivorshipSettings;
import io.goldsmith.mdm.reference.VerificationSettings;
import io.goldsmith.mdm.source.SourceSystem;
import io.goldsmith.mdm.source.SourcesSettings;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a hub's folder says: {@code goldsmith.yaml}, read, checked as a whole against the schema, and bound. Immutable. */
public final class HubConfiguration {

    /** The name of the file in the hub's folder. */
    public static final String FILE = "goldsmith.yaml";

    private static final List<String> RULE_SECTIONS =
            List.of("model", "sources", "validation", "matching", "survivorship", "lifecycle", "verification");

    private final Path folder;
    private final JsonNode tree;
    private final Map<Class<?>, Object> settings;
    private final EntityModel entityModel;
    private final SortedMap<String, SourceSystem> sourceSystems;

    private HubConfiguration(Path folder, JsonNode tree, Map<Class<?>, Object> settings) {
        this.folder = folder;
        this.tree = tree;
        this.settings = Map.copyOf(settings);
        this.entityModel = required(ModelSettings.class).entityModel();
        this.sourceSystems = required(SourcesSettings.class).sourceSystems();
    }

    /**
     * Reads {@code goldsmith.yaml} of a hub's folder.
     *
     * @throws io.goldsmith.matching.settings.SettingsException with every problem, by file, line and key
     */
    public static HubConfiguration read(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        SettingsDocument document = SettingsDocument.read(absolute.resolve(FILE));
        ConfigurationSchema schema = ConfigurationSchema.ofClassPath();
        List<SettingsProblem> problems = new ArrayList<>(document.problems(schema.schema()));
        boolean hasShape = problems.isEmpty();
        addUnlessKnown(CrossChecks.problems(document), problems);
        if (!hasShape) {
            refuse(problems);
        }
        Map<Class<?>, Object> settings = bind(document, schema.sections(), problems);
        HubConfiguration configuration = new HubConfiguration(absolute, document.tree(), settings);
        MatchSettings matching = configuration.required(MatchSettings.class);
        addUnlessKnown(EngineChecks.matching(document, matching, configuration.entityModel), problems);
        if (problems.isEmpty()) {
            configuration
                    .section(SurvivorshipSettings.class)
                    .ifPresent(rules ->
                            problems.addAll(EngineChecks.survivorship(document, rules, configuration.entityModel)));
            configuration
                    .section(VerificationSettings.class)
                    .ifPresent(rules ->
                            problems.addAll(EngineChecks.verification(document, rules, configuration.entityModel)));
        }
        refuse(problems);
        return configuration;
    }

    /** A place in the file that is wrong already is not wrong twice. */
    private static void addUnlessKnown(List<SettingsProblem> found, List<SettingsProblem> problems) {
        Set<String> known = problems.stream().map(SettingsProblem::key).collect(Collectors.toSet());
        found.stream().filter(problem -> !known.contains(problem.key())).forEach(problems::add);
    }

    /** The JSON Schema of {@code goldsmith.yaml} as this class path knows it, for editors. */
    public static String schema() {
        return ConfigurationSchema.ofClassPath().schema().toPrettyString();
    }

    private static Map<Class<?>, Object> bind(
            SettingsDocument document, List<SettingsSection<?>> sections, List<SettingsProblem> problems) {
        Map<Class<?>, Object> settings = new HashMap<>();
        boolean hasAll = true;
        for (SettingsSection<?> section : sections) {
            if (document.tree().has(section.name())) {
                try {
                    settings.put(section.type(), document.bind("/" + section.name(), section.type()));
                } catch (SettingsException e) {
                    problems.addAll(e.problems());
                    hasAll = false;
                }
            }
        }
        if (!hasAll) {
            refuse(problems);
        }
        return settings;
    }

    private static void refuse(List<SettingsProblem> problems) {
        if (!problems.isEmpty()) {
            throw new SettingsException(problems.stream()
                    .distinct()
                    .sorted(Comparator.comparingInt(SettingsProblem::line).thenComparing(SettingsProblem::key))
                    .toList());
        }
    }

    /** The hub's folder; relative paths of the configuration start here. */
    public Path folder() {
        return folder;
    }

    /** Where the hub's database is; the path of an H2 file is absolute. */
    public DatabaseSettings database() {
        return hub().database().relativeTo(folder);
    }

    /** The {@code hub} section. */
    public HubSettings hub() {
        return required(HubSettings.class);
    }

    /** The customer as this hub knows it. */
    public EntityModel entityModel() {
        return entityModel;
    }

    /** The source systems by name. */
    public SortedMap<String, SourceSystem> sourceSystems() {
        return sourceSystems;
    }

    /** The settings of a section, empty if the file does not have it. */
    public <T> Optional<T> section(Class<T> type) {
        return Optional.ofNullable(settings.get(type)).map(type::cast);
    }

    /**
     * The sections that decide what golden records look like, as they are written, by name. References to secrets are still
     * references.
     */
    SortedMap<String, JsonNode> rules() {
        SortedMap<String, JsonNode> rules = new TreeMap<>();
        for (String section : RULE_SECTIONS) {
            if (tree.has(section)) {
                rules.put(section, tree.path(section));
            }
        }
        return rules;
    }

    private <T> T required(Class<T> type) {
        return section(type)
                .orElseThrow(
                        () -> new IllegalStateException("The schema requires the section of " + type.getSimpleName()));
    }
}
