package io.goldsmith.bench.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A ratio between two kernels means nothing unless both do the same work. */
class KernelBenchmarksTest {

    private static final KernelBenchmarks BENCHMARKS = new KernelBenchmarks();

    @BeforeAll
    static void generate() {
        BENCHMARKS.generate();
    }

    @Test
    void jaroWinklerHoldsForThePairsOfCommonsText() {
        JaroWinklerSimilarity reference = new JaroWinklerSimilarity();
        KernelPairs names = BENCHMARKS.names();
        int held = 0;
        for (int pair = 0; pair < KernelPairs.COUNT; pair++) {
            boolean expected =
                    reference.apply(names.left(pair), names.right(pair)) >= KernelBenchmarks.JARO_WINKLER_BOUND;
            assertThat(names.holds(pair)).as("pair %d", pair).isEqualTo(expected);
            held += expected ? 1 : 0;
        }
        assertThat(held).isBetween(100, KernelPairs.COUNT / 2 + 100);
        assertThat(BENCHMARKS.jaroWinkler()).isEqualTo(BENCHMARKS.jaroWinklerOfCommonsText());
    }

    @Test
    void damerauHoldsForThePairsOfThePlainMatrix() {
        KernelPairs streets = BENCHMARKS.streets();
        for (int pair = 0; pair < KernelPairs.COUNT; pair++) {
            int distance = PlainEditMatrix.distance(streets.left(pair), streets.right(pair));
            assertThat(streets.holds(pair)).as("pair %d", pair).isEqualTo(distance <= KernelBenchmarks.DAMERAU_BOUND);
        }
        assertThat(BENCHMARKS.damerau()).isPositive().isEqualTo(BENCHMARKS.damerauByMatrix());
    }

    @Test
    void phonesAreThoseOfLibphonenumber() {
        PhoneReference phones = BENCHMARKS.phones();
        int valid = 0;
        for (int phone = 0; phone < PhoneReference.COUNT; phone++) {
            // Ours lets go of placeholders as well, which are valid numbers to the library.
            if (phones.standard(phone).isPresent()) {
                assertThat(phones.standard(phone)).as("phone %d", phone).isEqualTo(phones.byLibphonenumber(phone));
                valid++;
            }
        }
        assertThat(valid).isGreaterThan(PhoneReference.COUNT * 9 / 10);
    }

    @ParameterizedTest(name = "{0} and {1} are {2} edits apart: {3}")
    @CsvSource({
        "rue, rue, 0, equal",
        "'', rue, 3, all inserted",
        "rue, ruse, 1, one inserted",
        "rue, rum, 1, one replaced",
        "rue, reu, 1, neighbours exchanged",
        "ca, abc, 3, what was exchanged is not edited again"
    })
    void theMatrixIsOptimalStringAlignment(String left, String right, int distance, String why) {
        assertThat(PlainEditMatrix.distance(left, right)).as(why).isEqualTo(distance);
    }
}
