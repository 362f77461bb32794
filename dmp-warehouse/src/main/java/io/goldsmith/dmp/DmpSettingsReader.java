package io.goldsmith.dmp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads the {@code dmp} section from its tree, filling in the defaults of {@code dmp.schema.json}. The tree is taken to
 * satisfy that schema: unknown keys and wrong types are the schema's to refuse, with file and line.
 */
public final class DmpSettingsReader {

    /** Where the JSON Schema of the section lies on the class path. */
    public static final String SCHEMA = "io/goldsmith/dmp/dmp.schema.json";

    private final JsonNode section;
    private final List<String> problems = new ArrayList<>();

    private DmpSettingsReader(JsonNode section) {
        this.section = section;
    }

    /** The settings of an absent section: all defaults, with the profile of the customer model that ships. */
    public static DmpSettings defaults() {
        return read(JsonNodeFactory.instance.objectNode());
    }

    /** @throws DmpSettingsException naming every problem of the section */
    public static DmpSettings read(JsonNode section) {
        return new DmpSettingsReader(section).settings();
    }

    private DmpSettings settings() {
        Floors floors = word("floors", "both", Floors::of, Floors.values(), Floors::word);
        LegalBasis basis = word("legal-basis", "consent", LegalBasis::of, LegalBasis.values(), LegalBasis::word);
        if (!problems.isEmpty()) {
            throw new DmpSettingsException(problems);
        }
        DmpSettings.Anonymity standard = DmpSettings.Anonymity.DEFAULT;
        return new DmpSettings(
                Path.of(text("folder", "./data/dmp")),
                floors,
                text("schedule", "0 0 3 * * ?"),
                text("purpose", "analytics"),
                basis,
                text("consent-attribute", "consent_profiling"),
                new DmpSettings.Anonymity(
                        section.path("k").asInt(standard.k()),
                        section.path("l").asInt(standard.l()),
                        section.path("max-suppressed-share").asDouble(standard.maxSuppressedShare()),
                        section.path("compared-loads").asInt(standard.comparedLoads())),
                section.path("memory-limit-mib").asInt(512),
                attributes(section.path("profile").path("attributes")),
                projection(section.path("projection")));
    }

    private static Map<String, AttributeRule> attributes(JsonNode attributes) {
        if (!attributes.isObject()) {
            return CustomerModelProfile.ATTRIBUTES;
        }
        Map<String, AttributeRule> rules = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : attributes.properties()) {
            JsonNode rule = entry.getValue();
            rules.put(
                    entry.getKey(),
                    new AttributeRule(
                            rule.path("from").asString(entry.getKey()),
                            rule.path("generalise").asString("keep"),
                            Optional.of(rule.path("country-from").asString("")).filter(name -> !name.isEmpty())));
        }
        return rules;
    }

    private static DmpSettings.Projection projection(JsonNode projection) {
        if (!projection.isObject()) {
            return CustomerModelProfile.PROJECTION;
        }
        return new DmpSettings.Projection(
                names(projection.path("quasi-identifiers")), names(projection.path("sensitive")));
    }

    private static List<String> names(JsonNode names) {
        List<String> read = new ArrayList<>();
        names.forEach(name -> read.add(name.asString()));
        return read;
    }

    private String text(String key, String otherwise) {
        return section.path(key).asString(otherwise);
    }

    private <T> T word(
            String key, String otherwise, Function<String, Optional<T>> of, T[] all, Function<T, String> wordOf) {
        String word = text(key, otherwise);
        return of.apply(word).orElseGet(() -> {
            problems.add("dmp." + key + " must be one of "
                    + Arrays.stream(all).map(wordOf).collect(Collectors.joining(", ")) + ", but is '" + word + "'");
            return all[0];
        });
    }
}
