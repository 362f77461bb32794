package io.goldsmith.matching.suggest;

import io.goldsmith.matching.compare.LevelSettings;
import java.util.ArrayList;
import java.util.List;

/** The levels that a role's comparison starts with; training finds m and u, so that these need be right in their order of size only. */
final class DefaultLevels {

    private DefaultLevels() {}

    /**
     * The levels, in order.
     *
     * @param swapped whether the comparison knows the attribute that its values are sometimes swapped with
     */
    static List<LevelSettings> of(ProposedColumn column, boolean swapped) {
        List<LevelSettings> levels = new ArrayList<>(
                switch (column.role()) {
                    case GIVEN_NAME ->
                        List.of(
                                termFrequency("exact", 0.72, 0.006),
                                level("nickname", 0.04, 0.001),
                                level("jaro-winkler:0.92", 0.06, 0.004),
                                level("initial", 0.01, 0.005),
                                level("token-subset", 0.02, 0.001),
                                level("jaro-winkler:0.85", 0.04, 0.008),
                                level("else", 0.10, 0.975));
                    case FAMILY_NAME ->
                        List.of(
                                termFrequency("exact", 0.72, 0.002),
                                level("jaro-winkler:0.92", 0.08, 0.002),
                                level("damerau:1", 0.02, 0.001),
                                level("token-subset", 0.02, 0.0005),
                                level("jaro-winkler:0.85", 0.03, 0.004),
                                level("phonetic", 0.01, 0.002),
                                level("else", 0.12, 0.989));
                    case WRITTEN_DATE -> writtenDate(column.profile());
                    case DATE ->
                        List.of(
                                level("exact", 0.80, 0.0002),
                                level("day-month-swap", 0.02, 0.0001),
                                level("one-digit-off", 0.08, 0.003),
                                level("date-compatible", 0.01, 0.001),
                                level("same-year", 0.03, 0.015),
                                level("else", 0.06, 0.9807));
                    case POSTCODE ->
                        List.of(
                                level("exact", 0.78, 0.002),
                                level("damerau:1", 0.08, 0.003),
                                level("prefix:3", 0.04, 0.008),
                                level("prefix:2", 0.03, 0.02),
                                level("else", 0.07, 0.967));
                    case STREET ->
                        List.of(
                                termFrequency("exact", 0.65, 0.0005),
                                level("street:0.85", 0.10, 0.0005),
                                level("damerau:2", 0.06, 0.0005),
                                level("jaro-winkler:0.92", 0.04, 0.003),
                                level("token-set:0.6", 0.03, 0.002),
                                level("else", 0.12, 0.994));
                    case EMAIL ->
                        List.of(
                                level("exact", 0.68, 0.0001),
                                level("same-local-part", 0.08, 0.0005),
                                level("damerau:2", 0.06, 0.0002),
                                level("jaro-winkler:0.9", 0.05, 0.002),
                                level("else", 0.13, 0.9972));
                    case HOUSE_NUMBER ->
                        List.of(level("exact", 0.80, 0.02), level("damerau:1", 0.10, 0.15), level("else", 0.10, 0.83));
                    case CODE, COUNTRY -> List.of(termFrequency("exact", 0.90, 0.2), level("else", 0.10, 0.8));
                    case IDENTIFIER, IBAN, SIRET, SIREN, VAT ->
                        List.of(
                                level("exact", 0.88, 0.00003),
                                level("damerau:1", 0.06, 0.0002),
                                level("else", 0.06, 0.99977));
                    default -> column.role().kind().defaultLevels();
                });
        if (swapped) {
            levels.add(1, level("swapped", 0.02, 0.0001));
        }
        return List.copyOf(levels);
    }

    /** A written date is compared as a text; its year can be read where the parts stand apart. */
    private static List<LevelSettings> writtenDate(ColumnProfile profile) {
        List<LevelSettings> levels = new ArrayList<>();
        levels.add(level("exact", 0.65, 0.0003));
        levels.add(level("one-digit-off", 0.15, 0.003));
        if (profile.share(value -> value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) > 0) {
            levels.add(level("day-month-swap", 0.02, 0.0005));
        }
        levels.add(level("damerau:2", 0.02, 0.0005));
        levels.add(level("prefix:4", 0.06, 0.01));
        levels.add(level("else", 0.10, 0.986));
        return levels;
    }

    private static LevelSettings level(String level, double m, double u) {
        return new LevelSettings(level, m, u, false);
    }

    private static LevelSettings termFrequency(String level, double m, double u) {
        return new LevelSettings(level, m, u, true);
    }
}
