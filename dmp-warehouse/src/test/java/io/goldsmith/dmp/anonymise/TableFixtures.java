package io.goldsmith.dmp.anonymise;

import io.goldsmith.dmp.profile.Generalisation;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Columns, rows and tables that the tests of this package share: ages, départements and titles, with tiers and amounts. */
final class TableFixtures {

    static final ProjectionColumns COLUMNS = new ProjectionColumns(
            List.of(
                    column("age", Generalisation.AGE_BAND),
                    column("department", Generalisation.DEPARTMENT),
                    column("title", Generalisation.KEEP)),
            List.of("tier", "amount"));

    private TableFixtures() {}

    static PersonTable table(List<List<String>> rows) {
        PersonTable table = new PersonTable(COLUMNS);
        for (int person = 0; person < rows.size(); person++) {
            table.add("person-" + person, rows.get(person));
        }
        return table;
    }

    static Arbitrary<List<String>> rows() {
        return Combinators.combine(
                        Arbitraries.of("20-24", "25-29", "30-34", "60-64", "90+", "unknown"),
                        Arbitraries.of("69", "38", "75", "2A", "974", "abroad", "unknown"),
                        Arbitraries.of("madame", "monsieur"),
                        Arbitraries.of("bronze", "silver", "gold", "unknown"),
                        Arbitraries.of("none", "under 100", "100-499"))
                .as(List::of);
    }

    private static ProjectionColumns.QuasiIdentifier column(String name, Generalisation generalisation) {
        return new ProjectionColumns.QuasiIdentifier(name, generalisation.word(), Hierarchies.of(generalisation));
    }
}
