package io.goldsmith.bench.hub;

import io.goldsmith.bench.customers.Workplace;
import io.goldsmith.bench.figure.BenchException;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.golden.GoldenRecords;
import io.goldsmith.mdm.source.Delivery;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What a clerk looks for before creating a customer: by names, by e-mail, by phone, one search at a time. */
final class Searches {

    static final String P99 = "search before create, p99";

    private static final double P99_SHARE = 0.99;
    private static final int PAGE = 20;

    private final GoldenRecords goldenRecords;
    private final List<Delivery.RecordVersion> known;
    private final SplittableRandom random = new SplittableRandom(Workplace.SEED);
    private final int searches;

    Searches(GoldenRecords goldenRecords, KnownRecords known, int searches) {
        this.goldenRecords = goldenRecords;
        this.known = known.sample();
        this.searches = searches;
    }

    void measure(HubFigures figures) {
        run();
        Latencies latencies = new Latencies(run());
        figures.less("search before create, median", latencies.within(0.5), "ms");
        figures.less(P99, latencies.within(P99_SHARE), "ms");
        figures.less("search before create, slowest", latencies.slowest(), "ms");
    }

    private long[] run() {
        long[] nanos = new long[searches];
        for (int search = 0; search < searches; search++) {
            String query = query(search % 3);
            long start = System.nanoTime();
            int found = goldenRecords.search(query, 0, PAGE).records().size();
            nanos[search] = System.nanoTime() - start;
            if (found > PAGE) {
                throw new BenchException("A page of " + PAGE + " golden records has " + found + ".");
            }
        }
        return nanos;
    }

    /** What is typed of some record that has it: given and family name (or a company's), an e-mail, or a phone number. */
    private String query(int kind) {
        while (true) {
            AttributeValues values = known.get(random.nextInt(known.size())).raw();
            Optional<String> query = switch (kind) {
                case 0 ->
                    values.first("company_name")
                            .or(() -> values.first("given_name")
                                    .flatMap(
                                            given -> values.first("family_name").map(family -> given + " " + family)));
                case 1 -> values.first("email");
                default -> values.first("phone");
            };
            if (query.isPresent()) {
                return query.get();
            }
        }
    }
}
