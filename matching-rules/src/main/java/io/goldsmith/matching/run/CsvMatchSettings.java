package io.goldsmith.matching.run;

import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.settings.SettingsDocument;
import io.goldsmith.matching.settings.SettingsException;
import io.goldsmith.matching.settings.SettingsProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A {@code match.yaml}: the {@code matching} section of a hub's configuration, and which CSV column holds which attribute.
 *
 * @param columns the columns by name, in the order of the file
 * @param matching how records are matched
 */
public record CsvMatchSettings(Map<String, ColumnSettings> columns, MatchSettings matching) {

    private static final Set<String> NEVER_COMPARED = Set.of("entity_id");

    /** Both sections as they are bound; the matching section is read and checked on its own. */
    private record Sections(Map<String, ColumnSettings> columns, JsonNode matching) {}

    /**
     * Reads a file and checks it.
     *
     * @throws SettingsException with every problem, by line and key
     */
    public static CsvMatchSettings read(Path file) {
        SettingsDocument document = SettingsDocument.read(file);
        document.check(schema());
        Map<String, ColumnSettings> columns = new LinkedHashMap<>();
        document.bind("", Sections.class)
                .columns()
                .forEach((name, column) -> columns.put(name, column == null ? ColumnSettings.text() : column));
        List<SettingsProblem> problems = new ArrayList<>();
        NEVER_COMPARED.stream()
                .filter(columns::containsKey)
                .forEach(name -> problems.add(
                        document.problem("/columns/" + name, "holds the truth and is never compared; take it out.")));
        columns.forEach((name, column) -> {
            if (!column.hasUsableFormat()) {
                problems.add(document.problem(
                        "/columns/" + name + "/format",
                        "expected a pattern of a date such as dd.MM.yyyy, but found \"" + column.format() + "\"."));
            }
        });
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        CsvMatchSettings settings = new CsvMatchSettings(columns, null);
        return new CsvMatchSettings(columns, MatchSettings.read(document, "/matching", settings.attributes()));
    }

    /** The attributes that the columns fill, each once, in the order of the file. */
    public List<AttributeDefinition> attributes() {
        Map<String, AttributeDefinition> attributes = new LinkedHashMap<>();
        columns.forEach((column, settings) -> {
            String name = attributeOf(column);
            attributes.putIfAbsent(
                    name, new AttributeDefinition(name, settings.type(), settings.part(), settings.multiValued()));
        });
        return List.copyOf(attributes.values());
    }

    /** The attribute that a column fills. */
    String attributeOf(String column) {
        return columns.get(column).attributeOr(column);
    }

    private static JsonNode schema() {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode schema = (ObjectNode) mapper.readTree("""
                {"type": "object", "additionalProperties": false, "required": ["columns", "matching"],
                 "properties": {"columns": {"type": "object", "minProperties": 1, "additionalProperties": {
                   "type": ["object", "null"], "additionalProperties": false,
                   "properties": {
                     "attribute": {"type": "string"},
                     "type": {"enum": ["person-name", "company-name", "postal-address", "phone", "email", "date", "identifier",
                       "code", "text"]},
                     "part": {"enum": ["given", "family", "full", "street", "postcode", "town", "country", "siren", "siret",
                       "vat", "iban"]},
                     "multi-valued": {"type": "boolean"},
                     "separator": {"type": "string"},
                     "format": {"type": "string"}}}}}}
                """);
        ((ObjectNode) schema.get("properties")).set("matching", MatchSettings.schema());
        return schema;
    }
}
