package io.goldsmith.bench.match;

import io.goldsmith.bench.customers.RawCustomers;
import io.goldsmith.bench.customers.Workplace;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.standardise.Standardiser;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What one thread does per second in the innermost work of the engine, each kernel beside its reference on the same values. */
@State(Scope.Benchmark)
public class KernelBenchmarks {

    static final double JARO_WINKLER_BOUND = 0.92;
    static final int DAMERAU_BOUND = 2;

    private static final int RECORDS = 4096;

    private final JaroWinklerSimilarity commonsText = new JaroWinklerSimilarity();
    private List<AttributeValues> raw;
    private Standardiser standardiser;
    private PhoneReference phones;
    private KernelPairs names;
    private KernelPairs streets;

    /** Generates the customers whose values are compared. */
    @Setup
    public void generate() {
        RawCustomers customers = RawCustomers.generate(RECORDS);
        raw = customers.records();
        standardiser = Standardiser.of(customers.settings().attributes());
        phones = new PhoneReference(raw);
        names = new KernelPairs(
                standard("given_name", "family_name"), "jaro-winkler:" + JARO_WINKLER_BOUND, Workplace.SEED);
        streets = new KernelPairs(standard("street"), "damerau:" + DAMERAU_BOUND, Workplace.SEED);
    }

    private TreeSet<String> standard(String... attributes) {
        TreeSet<String> values = new TreeSet<>();
        for (AttributeValues record : raw) {
            AttributeValues standard = standardiser.standardise(record).values();
            for (String attribute : attributes) {
                values.addAll(standard.all(attribute));
            }
        }
        return values;
    }

    KernelPairs names() {
        return names;
    }

    KernelPairs streets() {
        return streets;
    }

    PhoneReference phones() {
        return phones;
    }

    /** Jaro-Winkler from a bound on, ours. */
    @Benchmark
    @OperationsPerInvocation(KernelPairs.COUNT)
    public int jaroWinkler() {
        int held = 0;
        for (int pair = 0; pair < KernelPairs.COUNT; pair++) {
            held += names.holds(pair) ? 1 : 0;
        }
        return held;
    }

    /** The same by commons-text. */
    @Benchmark
    @OperationsPerInvocation(KernelPairs.COUNT)
    public int jaroWinklerOfCommonsText() {
        int held = 0;
        for (int pair = 0; pair < KernelPairs.COUNT; pair++) {
            held += commonsText.apply(names.left(pair), names.right(pair)) >= JARO_WINKLER_BOUND ? 1 : 0;
        }
        return held;
    }

    /** Damerau up to a bound, ours. */
    @Benchmark
    @OperationsPerInvocation(KernelPairs.COUNT)
    public int damerau() {
        int held = 0;
        for (int pair = 0; pair < KernelPairs.COUNT; pair++) {
            held += streets.holds(pair) ? 1 : 0;
        }
        return held;
    }

    /** The same by a plain matrix. */
    @Benchmark
    @OperationsPerInvocation(KernelPairs.COUNT)
    public int damerauByMatrix() {
        int held = 0;
        for (int pair = 0; pair < KernelPairs.COUNT; pair++) {
            held += PlainEditMatrix.distance(streets.left(pair), streets.right(pair)) <= DAMERAU_BOUND ? 1 : 0;
        }
        return held;
    }

    /** Phone numbers to E.164, ours. */
    @Benchmark
    @OperationsPerInvocation(PhoneReference.COUNT)
    public void phones(Blackhole sink) {
        for (int phone = 0; phone < PhoneReference.COUNT; phone++) {
            sink.consume(phones.standard(phone));
        }
    }

    /** The same by libphonenumber. */
    @Benchmark
    @OperationsPerInvocation(PhoneReference.COUNT)
    public void phonesByLibphonenumber(Blackhole sink) {
        for (int phone = 0; phone < PhoneReference.COUNT; phone++) {
            sink.consume(phones.byLibphonenumber(phone));
        }
    }

    /** Whole records to standard form. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void standardise(Blackhole sink) {
        for (AttributeValues record : raw) {
            sink.consume(standardiser.standardise(record));
        }
    }
}
