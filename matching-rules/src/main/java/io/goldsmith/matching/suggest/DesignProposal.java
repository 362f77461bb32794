package io.goldsmith.matching.suggest;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.compare.ComparisonKind;
import io.goldsmith.matching.compare.ComparisonSettings;
import io.goldsmith.matching.standardise.DerivedAttribute;
import io.goldsmith.matching.standardise.DerivedPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Proposes derived attributes and comparisons for columns whose roles are known. */
final class DesignProposal {

    static final String ANY_NAME = "any_name";
    private static final String ANY_FAMILY_NAME = "any_family_name";
    private static final String COMPANY_NUMBER = "company_number";
    private static final int MOST_COMPARISONS = 24;

    private final List<ProposedColumn> columns;
    private final Set<String> names = new HashSet<>();
    private final List<DerivedAttribute> derived = new ArrayList<>();
    private final List<ComparisonSettings> comparisons = new ArrayList<>();
    private final List<String> exclusive = new ArrayList<>();

    DesignProposal(List<ProposedColumn> columns) {
        this.columns = columns;
        columns.forEach(column -> names.add(column.name()));
    }

    /**
     * The proposal.
     *
     * @throws MatchingException if no column says anything that could be compared
     */
    MatchDesign design() {
        Optional<ProposedColumn> given = first(ColumnRole.GIVEN_NAME);
        List<ProposedColumn> families = all(ColumnRole.FAMILY_NAME).toList();
        Optional<String> anyFamily = union(ANY_FAMILY_NAME, families, "whole");
        Optional<String> number = companyNumber();
        for (ProposedColumn column : columns) {
            if (column.isCompared()) {
                compare(column, given, families, anyFamily, number);
            }
        }
        if (comparisons.isEmpty()) {
            throw new MatchingException("No column can be compared: "
                    + String.join(
                            "; ", columns.stream().map(DesignProposal::reason).toList())
                    + ". Name files with columns that tell customers apart.");
        }
        if (given.isPresent() && !families.isEmpty()) {
            union(
                    ANY_NAME,
                    Stream.concat(Stream.of(given.get()), families.stream()).toList(),
                    "whole");
        }
        all(ColumnRole.SIREN).forEach(column -> exclusive.add(column.name()));
        all(ColumnRole.SIRET).forEach(column -> exclusive.add(column.name()));
        return new MatchDesign(
                columns, derived, comparisons.subList(0, Math.min(MOST_COMPARISONS, comparisons.size())), exclusive);
    }

    private static String reason(ProposedColumn column) {
        return "\"" + column.name() + "\" "
                + column.leftOut().or(column::uncompared).orElse("is not comparable");
    }

    private void compare(
            ProposedColumn column,
            Optional<ProposedColumn> given,
            List<ProposedColumn> families,
            Optional<String> anyFamily,
            Optional<String> number) {
        boolean companyNumber =
                number.isPresent() && (column.role() == ColumnRole.SIREN || column.role() == ColumnRole.VAT);
        if (companyNumber) {
            addOnce(
                    number.get(),
                    new ComparisonSettings(
                            number.get(),
                            number.get(),
                            "",
                            ComparisonKind.IDENTIFIER,
                            DefaultLevels.of(column, false)));
            return;
        }
        if (column.role() == ColumnRole.FAMILY_NAME && anyFamily.isPresent()) {
            addOnce(
                    anyFamily.get(),
                    new ComparisonSettings(
                            anyFamily.get(),
                            anyFamily.get(),
                            "",
                            ComparisonKind.NAME,
                            DefaultLevels.of(column, false)));
            return;
        }
        String swappedWith = swappedWith(column, given, families);
        comparisons.add(new ComparisonSettings(
                column.name(),
                column.name(),
                swappedWith,
                column.role().kind(),
                DefaultLevels.of(column, !swappedWith.isEmpty())));
    }

    private void addOnce(String name, ComparisonSettings comparison) {
        if (comparisons.stream().noneMatch(known -> known.name().equals(name))) {
            comparisons.add(comparison);
        }
    }

    private static String swappedWith(
            ProposedColumn column, Optional<ProposedColumn> given, List<ProposedColumn> families) {
        if (given.isEmpty() || families.isEmpty()) {
            return "";
        }
        if (column.equals(given.get())) {
            return families.get(0).name();
        }
        return column.equals(families.get(0)) ? given.get().name() : "";
    }

    /** The SIREN wherever it stands: alone, within the SIRET, within a French VAT number. */
    private Optional<String> companyNumber() {
        List<DerivedPart> parts = new ArrayList<>();
        all(ColumnRole.SIREN).forEach(column -> parts.add(new DerivedPart(column.name(), "whole")));
        all(ColumnRole.SIRET).forEach(column -> parts.add(new DerivedPart(column.name(), "prefix:9")));
        all(ColumnRole.VAT).forEach(column -> parts.add(new DerivedPart(column.name(), "french-siren")));
        return parts.size() < 2 || first(ColumnRole.SIREN).isEmpty() ? Optional.empty() : union(COMPANY_NUMBER, parts);
    }

    private Optional<String> union(String name, List<ProposedColumn> parts, String transform) {
        return parts.size() < 2
                ? Optional.empty()
                : union(
                        name,
                        parts.stream()
                                .map(part -> new DerivedPart(part.name(), transform))
                                .toList());
    }

    private Optional<String> union(String wanted, List<DerivedPart> parts) {
        String name = wanted;
        while (!names.add(name)) {
            name = name + "_";
        }
        derived.add(new DerivedAttribute(name, parts.subList(0, Math.min(8, parts.size())), List.of(), "whole"));
        return Optional.of(name);
    }

    private Stream<ProposedColumn> all(ColumnRole role) {
        return columns.stream().filter(column -> column.isUsed() && column.role() == role);
    }

    private Optional<ProposedColumn> first(ColumnRole role) {
        return all(role).findFirst();
    }
}
