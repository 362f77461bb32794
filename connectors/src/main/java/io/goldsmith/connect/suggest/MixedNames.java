package io.goldsmith.connect.suggest;

import io.goldsmith.matching.record.SemanticType;
import io.goldsmith.matching.suggest.ColumnRole;
import io.goldsmith.mdm.model.Attribute;
import io.goldsmith.mdm.model.EntityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds a column that holds whole names: of persons, whose parts it gives, and in rows of organisations that of the company. For one
 * stream.
 */
final class MixedNames {

    private static final double OFTEN = 0.5;
    private static final double SEVERAL_WORDS = 1.7;

    private static final Set<String> COMPANY_NUMBERS = Set.of("siren", "siret", "vat");

    private final EntityModel model;
    private final SampledCells cells;
    private final List<SurveyedColumn> columns;
    private final Map<Attribute, List<SurveyedColumn>> placed;
    private final Set<SurveyedColumn> used;

    MixedNames(
            EntityModel model,
            SampledCells cells,
            List<SurveyedColumn> columns,
            Map<Attribute, List<SurveyedColumn>> placed,
            Set<SurveyedColumn> used) {
        this.model = model;
        this.cells = cells;
        this.columns = columns;
        this.placed = placed;
        this.used = used;
    }

    /** The rows of one kind of party, and the condition that tells them as YAML; empty if no column tells. */
    private record Kind(SampledCells rows, String when) {}

    /**
     * A line for each attribute that such a column fills; none if there is no such column, or the parts of names have columns of their
     * own.
     */
    List<SuggestedLine> lines() {
        Optional<Attribute> given = attribute(SemanticType.PERSON_NAME, "given");
        Optional<Attribute> family = attribute(SemanticType.PERSON_NAME, "family");
        if (given.isEmpty()
                || family.isEmpty()
                || placed.containsKey(given.get())
                || placed.containsKey(family.get())) {
            return List.of();
        }
        if (isOfCompanies()) {
            return company().flatMap(this::ofCompanies).stream().toList();
        }
        Optional<Kind> persons = kind(true);
        SampledCells rows = persons.map(Kind::rows).orElse(cells);
        Optional<SurveyedColumn> names = rows.survey().stream()
                .filter(column -> used.stream().noneMatch(other -> other.position() == column.position()))
                .filter(MixedNames::holdsWholeNames)
                .findFirst();
        return names.map(column -> lines(column, given.get(), family.get(), persons))
                .orElse(List.of());
    }

    private static boolean holdsWholeNames(SurveyedColumn column) {
        boolean mayBe = column.role() == ColumnRole.FULL_NAME
                || column.role() == ColumnRole.FAMILY_NAME
                || column.role() == ColumnRole.GIVEN_NAME;
        return mayBe && column.filled() >= OFTEN && column.proposed().profile().meanWords() >= SEVERAL_WORDS;
    }

    private List<SuggestedLine> lines(SurveyedColumn names, Attribute given, Attribute family, Optional<Kind> persons) {
        List<SuggestedLine> lines = new ArrayList<>();
        String when = persons.map(Kind::when).orElse("");
        String column = "{column: " + Quoted.text(names.name());
        String why = names.facts() + "; whole names, of which family names in capitals, or else first words, are told";
        lines.add(new SuggestedLine(given.name(), column + ", name: given" + when + "}", why));
        lines.add(new SuggestedLine(family.name(), column + ", name: family" + when + "}", why));
        used.add(columns.get(names.position()));
        Optional<Attribute> company = company();
        Optional<Kind> organisations = kind(false);
        if (company.isPresent() && organisations.isPresent()) {
            SurveyedColumn inCompanies = organisations.get().rows().survey().get(names.position());
            if (inCompanies.filled() >= OFTEN) {
                lines.add(new SuggestedLine(
                        company.get().name(),
                        column + organisations.get().when() + "}",
                        inCompanies.facts() + "; the same column in rows of organisations"));
            }
        }
        return lines;
    }

    private Optional<Attribute> company() {
        return attribute(SemanticType.COMPANY_NAME, "").filter(attribute -> !placed.containsKey(attribute));
    }

    /** Whether most rows have a number that companies alone have, and no column tells kinds of parties. */
    private boolean isOfCompanies() {
        return kind(true).isEmpty()
                && placed.entrySet().stream()
                        .anyMatch(place -> COMPANY_NUMBERS.contains(
                                        place.getKey().definition().part())
                                && place.getValue().get(0).filled() >= OFTEN);
    }

    private Optional<SuggestedLine> ofCompanies(Attribute company) {
        return columns.stream()
                .filter(column -> !used.contains(column) && column.filled() >= OFTEN)
                .filter(column -> column.similarity(company.name()) >= OFTEN || column.role() == ColumnRole.FULL_NAME)
                .findFirst()
                .map(column -> {
                    used.add(column);
                    return new SuggestedLine(
                            company.name(),
                            Quoted.text(column.name()),
                            column.facts() + "; names beside numbers of companies");
                });
    }

    private Optional<Attribute> attribute(SemanticType type, String part) {
        return model.attributes().stream()
                .filter(attribute -> attribute.definition().type() == type
                        && attribute.definition().part().equals(part))
                .findFirst();
    }

    /** The rows of persons, or of organisations, where one code of a placed column tells them. */
    private Optional<Kind> kind(boolean isPerson) {
        for (Map.Entry<Attribute, List<SurveyedColumn>> place : placed.entrySet()) {
            Optional<PartyType> type = PartyType.of(place.getKey());
            if (type.isPresent()) {
                SurveyedColumn column = place.getValue().get(0);
                String meaning = isPerson ? type.get().person() : type.get().organisation();
                Map<String, String> codes =
                        CodeMeanings.of(column, place.getKey().values()).orElse(Map.of());
                List<String> codesOfKind = codes.isEmpty()
                        ? List.of(meaning)
                        : codes.entrySet().stream()
                                .filter(code -> code.getValue().equals(meaning))
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toList());
                if (codesOfKind.size() == 1) {
                    String code = codesOfKind.get(0);
                    return Optional.of(new Kind(
                            cells.where(column.position(), code::equals),
                            ", when: {column: " + Quoted.text(column.name()) + ", is: " + Quoted.text(code) + "}"));
                }
            }
        }
        return Optional.empty();
    }
}
