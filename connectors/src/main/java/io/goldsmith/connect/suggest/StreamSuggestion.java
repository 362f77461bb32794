package io.goldsmith.connect.suggest;

import io.goldsmith.connect.spi.SampledColumn.Kind;
import io.goldsmith.matching.record.SemanticType;
import io.goldsmith.matching.suggest.ColumnRole;
import io.goldsmith.mdm.model.Attribute;
import io.goldsmith.mdm.model.EntityModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Proposes the mapping of one stream of records. For one stream. */
final class StreamSuggestion {

    private static final Set<String> KEY_WORDS =
            Set.of("id", "key", "code", "number", "reference", "ref", "identifier", "identifiant", "matricule", "uuid");
    private static final Set<String> CHANGE_WORDS = Set.of(
            "modified",
            "modif",
            "modification",
            "updated",
            "update",
            "changed",
            "change",
            "maj",
            "timestamp",
            "geaendert");
    /** Different in every row by chance, perhaps, but not what a source calls its records by. */
    private static final Set<ColumnRole> NO_KEYS = Set.of(
            ColumnRole.DATE,
            ColumnRole.WRITTEN_DATE,
            ColumnRole.PHONE,
            ColumnRole.EMAIL,
            ColumnRole.IBAN,
            ColumnRole.VAT,
            ColumnRole.GIVEN_NAME,
            ColumnRole.FAMILY_NAME,
            ColumnRole.FULL_NAME,
            ColumnRole.COMPANY,
            ColumnRole.STREET,
            ColumnRole.TOWN,
            ColumnRole.ADDRESS);

    private static final double NEARLY_ALL = 0.98;
    private static final double HALF = 0.5;

    private final EntityModel model;
    private final SampledCells cells;
    private final List<SurveyedColumn> columns;
    private final List<SuggestedLine> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<SurveyedColumn> used = new HashSet<>();

    StreamSuggestion(EntityModel model, SampledCells cells) {
        this.model = model;
        this.cells = cells;
        this.columns = cells.survey();
    }

    /**
     * A proposal.
     *
     * @param key the record key; its name is empty if none was found
     * @param timestamp when the source last changed a record; likewise
     * @param attributes one line for each attribute
     * @param notes what could not be placed, and what a person must look at
     */
    record Proposal(SuggestedLine key, SuggestedLine timestamp, List<SuggestedLine> attributes, List<String> notes) {

        boolean isComplete() {
            return !key.mapping().isEmpty() && !timestamp.mapping().isEmpty() && !attributes.isEmpty();
        }
    }

    Proposal propose() {
        SuggestedLine timestamp = timestamp();
        SuggestedLine key = key();
        List<SurveyedColumn> free =
                columns.stream().filter(column -> !used.contains(column)).toList();
        Map<Attribute, List<SurveyedColumn>> placed = new Placement(model, free).places();
        placed.values().forEach(used::addAll);
        Map<String, SuggestedLine> found = new LinkedHashMap<>();
        placed.forEach((attribute, from) -> found.put(attribute.name(), line(attribute, from)));
        new MixedNames(model, cells, columns, placed, used)
                .lines()
                .forEach(line -> found.putIfAbsent(line.name(), line));
        constants(found);
        model.attributes().stream()
                .map(attribute -> found.get(attribute.name()))
                .filter(line -> line != null)
                .forEach(lines::add);
        unplaced(found.keySet());
        return new Proposal(key, timestamp, List.copyOf(lines), List.copyOf(notes));
    }

    /** A source may deliver several versions of a record: its key then repeats, and only its name tells it. */
    private SuggestedLine key() {
        Optional<SurveyedColumn> key = columns.stream()
                .filter(column -> !used.contains(column) && mayBeKey(column))
                .max(Comparator.comparingDouble(StreamSuggestion::keyScore));
        if (key.isEmpty()) {
            notes.add("key: no column is filled and tells the rows that were looked at apart");
            return new SuggestedLine("key", "", "");
        }
        used.add(key.get());
        String why = key.get().column().isKey()
                ? "the primary key"
                : "filled, different in " + key.get().distinct() + " of "
                        + cells.rows().size() + " rows looked at";
        return new SuggestedLine("key", Quoted.text(key.get().name()), why);
    }

    private static boolean mayBeKey(SurveyedColumn column) {
        boolean isKept = column.column().isKey() || column.filled() == 1 && !NO_KEYS.contains(column.role());
        return isKept
                && (column.distinct() == column.values().size()
                        || column.isNamed(KEY_WORDS)
                                && column.distinct() >= HALF * column.values().size());
    }

    private static double keyScore(SurveyedColumn column) {
        return (column.column().isKey() ? 100 : 0)
                + (column.isNamed(KEY_WORDS) ? 10 : 0)
                + (column.distinct() == column.values().size() ? 5 : 0)
                - column.position() / 100.0;
    }

    private SuggestedLine timestamp() {
        Optional<SurveyedColumn> changed = columns.stream()
                .filter(column -> !used.contains(column)
                        && column.filled() >= NEARLY_ALL
                        && timePatterns(column).isPresent())
                .max(Comparator.comparingDouble(column -> (column.isNamed(CHANGE_WORDS) ? 10 : 0)
                        + (column.column().kind() == Kind.TIMESTAMP ? 1 : 0)
                        - column.position() / 1000.0));
        if (changed.isEmpty()) {
            notes.add("timestamp: no column holds a point in time in every row that was looked at");
            return new SuggestedLine("timestamp", "", "");
        }
        SurveyedColumn column = changed.get();
        used.add(column);
        String why = (column.isNamed(CHANGE_WORDS) ? "named as the last change, " : "the only point in time, ")
                + column.facts();
        List<String> patterns = timePatterns(column).orElseThrow();
        if (patterns.isEmpty()) {
            return new SuggestedLine("timestamp", Quoted.text(column.name()), why);
        }
        notes.add("timestamp: the values of " + column.name() + " name no time zone; UTC is a guess");
        return new SuggestedLine(
                "timestamp",
                "{column: " + Quoted.text(column.name()) + ", format: " + Quoted.text(patterns.get(0)) + ", zone: UTC}",
                why);
    }

    /** Empty if it holds no points in time; days are some only where the name says that they are changes. */
    private static Optional<List<String>> timePatterns(SurveyedColumn column) {
        boolean isTyped = column.column().kind() == Kind.TIMESTAMP
                || column.column().kind() == Kind.DATE && column.isNamed(CHANGE_WORDS);
        return isTyped
                ? Optional.of(List.of())
                : DatePatterns.timestamps(column.values())
                        .or(() -> column.isNamed(CHANGE_WORDS) ? DatePatterns.dates(column.values()) : Optional.empty())
                        .filter(patterns -> patterns.size() <= 1);
    }

    private SuggestedLine line(Attribute attribute, List<SurveyedColumn> from) {
        String facts = from.stream().map(SurveyedColumn::facts).collect(Collectors.joining("; "));
        String role = from.get(0).role().word().replace('-', ' ');
        String why =
                facts + (from.get(0).similarity(attribute.name()) >= 1 ? "; named so" : "; " + role + " by its values");
        if (from.size() > 1) {
            String names = Quoted.list(from.stream().map(SurveyedColumn::name).toList());
            return new SuggestedLine(attribute.name(), "{columns: " + names + "}", why);
        }
        SurveyedColumn column = from.get(0);
        return new SuggestedLine(attribute.name(), mapping(attribute, column), why);
    }

    private String mapping(Attribute attribute, SurveyedColumn column) {
        String name = Quoted.text(column.name());
        if (!attribute.values().isEmpty()) {
            Map<String, String> codes =
                    CodeMeanings.of(column, attribute.values()).orElse(Map.of());
            return codes.isEmpty()
                    ? name
                    : "{column: " + name + ", codes: "
                            + codes.entrySet().stream()
                                    .map(code -> Quoted.text(code.getKey()) + ": " + Quoted.text(code.getValue()))
                                    .collect(Collectors.joining(", ", "{", "}"))
                            + "}";
        }
        if (attribute.definition().type() == SemanticType.DATE
                && column.column().kind() == Kind.TEXT) {
            List<String> patterns = DatePatterns.dates(column.values()).orElse(List.of());
            if (!patterns.isEmpty()) {
                String format = patterns.size() == 1 ? Quoted.text(patterns.get(0)) : Quoted.list(patterns);
                return "{column: " + name + ", format: " + format + "}";
            }
        }
        boolean isSplit =
                attribute.definition().multiValued() && !column.separator().isEmpty();
        return isSplit ? "{column: " + name + ", split: " + Quoted.text(column.separator()) + "}" : name;
    }

    /** A table of persons alone, or of organisations alone, says so nowhere. */
    private void constants(Map<String, SuggestedLine> found) {
        boolean hasPersons = hasType(found, SemanticType.PERSON_NAME);
        boolean hasCompanies = hasType(found, SemanticType.COMPANY_NAME);
        if (hasPersons == hasCompanies) {
            return;
        }
        String kind = hasPersons ? "person" : "organisation";
        model.attributes().stream()
                .filter(attribute -> !found.containsKey(attribute.name())
                        && PartyType.of(attribute).isPresent())
                .findFirst()
                .ifPresent(attribute -> {
                    PartyType type = PartyType.of(attribute).orElseThrow();
                    found.put(
                            attribute.name(),
                            new SuggestedLine(
                                    attribute.name(),
                                    "{constant: " + Quoted.text(hasPersons ? type.person() : type.organisation()) + "}",
                                    "the columns name " + kind + "s alone"));
                });
    }

    private boolean hasType(Map<String, SuggestedLine> found, SemanticType type) {
        return model.attributes().stream()
                .anyMatch(attribute -> attribute.definition().type() == type && found.containsKey(attribute.name()));
    }

    private void unplaced(Set<String> found) {
        columns.stream()
                .filter(column -> !used.contains(column))
                .forEach(column -> notes.add("not placed: " + column.name() + ", " + column.facts()
                        + (column.isEmpty()
                                ? ""
                                : ", perhaps " + column.role().word().replace('-', ' '))));
        String missing = model.attributes().stream()
                .map(Attribute::name)
                .filter(name -> !found.contains(name))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            notes.add("no column found for: " + missing);
        }
    }
}
