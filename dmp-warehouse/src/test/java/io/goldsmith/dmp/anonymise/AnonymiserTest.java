package io.goldsmith.dmp.anonymise;

import static io.goldsmith.dmp.anonymise.TableFixtures.COLUMNS;
import static io.goldsmith.dmp.anonymise.TableFixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AnonymiserTest {

    private static final int QUASI = COLUMNS.quasiIdentifiers().size();

    @Property(tries = 300)
    void everyPublishedClassHasKPersonsAndLValuesAndNobodyIsLostOnTheWay(
            @ForAll("persons") List<List<String>> persons,
            @ForAll @IntRange(min = 2, max = 12) int k,
            @ForAll @IntRange(min = 1, max = 3) int l,
            @ForAll @IntRange(max = 10) int tenthsSuppressed) {
        AnonymityRule rule = new AnonymityRule(k, l, tenthsSuppressed / 10.0);
        Optional<Anonymised> made = new Anonymiser(rule, new Random(1)).anonymise(table(persons), List.of());

        made.ifPresent(anonymised -> {
            assertThat(BruteForce.isAnonymous(values(anonymised), QUASI, k, l)).isTrue();
            assertThat(anonymised.published() + anonymised.suppressed()).isEqualTo(persons.size());
            assertThat(anonymised.suppressed())
                    .isLessThanOrEqualTo((long) (rule.maxSuppressedShare() * persons.size()));
            assertThat(anonymised.rows())
                    .allSatisfy(row -> assertThat(row.values())
                            .isEqualTo(generalised(persons.get(row.person()), anonymised.levels())));
        });
        boolean wholeTableSuffices = BruteForce.isAnonymous(
                persons.stream().map(row -> generalised(row, List.of(3, 3, 1))).toList(), QUASI, k, l);
        assertThat(made.isPresent()).isEqualTo(wholeTableSuffices || tenthsSuppressed == 10);
    }

    /** Whoever keeps all publications and subtracts any earlier one from any later one finds no small group. */
    @Property(tries = 200)
    void noDifferenceBetweenTwoPublicationsSinglesAnybodyOut(
            @ForAll("persons") List<List<String>> persons, @ForAll long seed) {
        AnonymityRule rule = new AnonymityRule(4, 2, 0.3);
        Random random = new Random(seed);
        List<List<String>> now = new ArrayList<>(persons);
        List<Publication> earlier = new ArrayList<>();
        List<List<List<String>>> published = new ArrayList<>();
        for (int load = 1; load <= 5; load++) {
            Optional<Anonymised> made = new Anonymiser(rule, random).anonymise(table(now), earlier);
            if (made.isPresent()) {
                Anonymised anonymised = made.get();
                GateVerdict verdict = new ProjectionGate(COLUMNS, rule)
                        .check(COLUMNS.names(), anonymised.levels(), anonymised.rows(), earlier);
                assertThat(anonymised.published() + anonymised.suppressed() + anonymised.waiting())
                        .isEqualTo(now.size());
                if (!anonymised.rows().isEmpty()) {
                    assertThat(verdict.reasons()).isEmpty();
                    assertUnrevealing(earlier, published, anonymised);
                    published.add(values(anonymised));
                    earlier.add(new Publication(load, anonymised.levels(), verdict.classContents()));
                }
            }
            change(now, random);
        }
    }

    @Test
    void aNewcomerWaitsUntilEnoughHaveCome() {
        AnonymityRule rule = new AnonymityRule(3, 2, 0.5);
        List<List<String>> persons = new ArrayList<>(alike(6));
        Anonymised first = new Anonymiser(rule, new Random(1))
                .anonymise(table(persons), List.of())
                .orElseThrow();
        Publication before = new Publication(1, first.levels(), ClassContents.byClass(first.rows(), QUASI));

        persons.addAll(alike(1));
        Anonymised oneMore = new Anonymiser(rule, new Random(1))
                .anonymise(table(persons), List.of(before))
                .orElseThrow();
        assertThat(oneMore.rows()).hasSize(6);
        assertThat(oneMore.heldClasses()).isEqualTo(1);
        assertThat(oneMore.waiting()).isEqualTo(1);

        persons.addAll(alike(3).subList(1, 3));
        Anonymised threeMore = new Anonymiser(rule, new Random(1))
                .anonymise(table(persons), List.of(before))
                .orElseThrow();
        assertThat(threeMore.rows()).hasSize(9);
        assertThat(threeMore.waiting()).isZero();
    }

    @Test
    void severalRowsOfOnePersonCountOnce() {
        PersonTable table = new PersonTable(COLUMNS);
        for (int i = 0; i < 30; i++) {
            table.add("the-same-person", alike(3).get(i % 3));
        }
        assertThat(table.persons()).isEqualTo(1);
        assertThat(table.repeated()).isEqualTo(29);
        assertThat(new Anonymiser(new AnonymityRule(2, 1, 0.05), new Random(1)).anonymise(table, List.of()))
                .isEmpty();
    }

    /** Neither what is chosen nor whether anything can be: rows that are much alike are refused in any order. */
    @Property(tries = 50)
    void theChoiceDoesNotDependOnTheOrderOfArrival(@ForAll("manyPersons") List<List<String>> persons) {
        AnonymityRule rule = new AnonymityRule(5, 2, 0.1);
        List<List<String>> reversed = new ArrayList<>(persons);
        Collections.reverse(reversed);
        Optional<Anonymised> one = new Anonymiser(rule, new Random(1)).anonymise(table(persons), List.of());
        Optional<Anonymised> other = new Anonymiser(rule, new Random(2)).anonymise(table(reversed), List.of());
        assertThat(other.map(Anonymised::levels)).isEqualTo(one.map(Anonymised::levels));
        assertThat(other.map(AnonymiserTest::values).orElse(List.of()))
                .containsExactlyInAnyOrderElementsOf(
                        one.map(AnonymiserTest::values).orElse(List.of()));
    }

    @Provide
    Arbitrary<List<List<String>>> manyPersons() {
        return TableFixtures.rows().list().ofSize(400);
    }

    @Provide
    Arbitrary<List<List<String>>> persons() {
        return TableFixtures.rows().list().ofMinSize(0).ofMaxSize(150);
    }

    private static void assertUnrevealing(
            List<Publication> earlier, List<List<List<String>>> published, Anonymised now) {
        List<List<List<String>>> before = new ArrayList<>();
        for (int i = 0; i < published.size(); i++) {
            List<Integer> from = earlier.get(i).levels();
            before.add(published.get(i).stream()
                    .map(row -> raised(row, from, now.levels()))
                    .toList());
        }
        Set<List<String>> classes = new HashSet<>();
        values(now).forEach(row -> classes.add(row.subList(0, QUASI)));
        before.forEach(rows -> rows.forEach(row -> classes.add(row.subList(0, QUASI))));
        for (List<String> key : classes) {
            List<List<String>> shown = members(values(now), key);
            // What the load before showed, shown again at coarser levels, tells less than it did.
            boolean again = !before.isEmpty()
                    && BruteForce.minus(shown, members(before.get(before.size() - 1), key))
                            .isEmpty()
                    && BruteForce.minus(members(before.get(before.size() - 1), key), shown)
                            .isEmpty();
            for (List<List<String>> rows : before) {
                List<List<String>> members = members(rows, key);
                assertThat(again
                                || (BruteForce.isAnonymous(BruteForce.minus(shown, members), QUASI, 4, 2)
                                        && BruteForce.isAnonymous(BruteForce.minus(members, shown), QUASI, 4, 2)))
                        .isTrue();
            }
        }
    }

    private static List<List<String>> members(List<List<String>> rows, List<String> key) {
        return rows.stream().filter(row -> row.subList(0, QUASI).equals(key)).toList();
    }

    private static void change(List<List<String>> persons, Random random) {
        int changes = random.nextInt(12);
        for (int i = 0; i < changes; i++) {
            if (!persons.isEmpty() && random.nextBoolean()) {
                persons.remove(random.nextInt(persons.size()));
            } else {
                persons.add(alike(3).get(random.nextInt(3)));
            }
        }
    }

    private static List<List<String>> alike(int persons) {
        String[] tiers = {"gold", "silver", "bronze"};
        String[] amounts = {"none", "under 100", "100-499"};
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < persons; i++) {
            rows.add(List.of("20-24", "69", "madame", tiers[i % 3], amounts[i % 3]));
        }
        return rows;
    }

    private static List<String> generalised(List<String> row, List<Integer> levels) {
        return raised(row, List.of(0, 0, 0), levels);
    }

    private static List<String> raised(List<String> row, List<Integer> from, List<Integer> to) {
        List<String> coarse = new ArrayList<>(row);
        for (int i = 0; i < QUASI; i++) {
            coarse.set(i, COLUMNS.quasiIdentifiers().get(i).hierarchy().up(row.get(i), from.get(i), to.get(i)));
        }
        return coarse;
    }

    private static List<List<String>> values(Anonymised anonymised) {
        return anonymised.rows().stream().map(ProjectionRow::values).toList();
    }
}
