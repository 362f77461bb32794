package io.goldsmith.mdm.golden;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a golden id stood for at an instant. */
public sealed interface AsOf {

    /** The id that answers: the one asked for, or the one that it redirected to by then. */
    GoldenId id();

    /**
     * A golden record of that time.
     *
     * @param version its values, where they came from, what lost, and its source records, as they were
     * @param rules the rules and the match model then in force; empty if the version is from before they were kept
     * @param decisions what people had decided about its source records and had not taken back by then, in the order of their ids:
     *     who decided that they are, or are not, one customer
     */
    record Known(GoldenVersion version, Optional<RulesThen> rules, List<DecisionTaken> decisions) implements AsOf {

        @Override
        public GoldenId id() {
            return version.id();
        }
    }

    /** No live source record was left any more. */
    record Retired(GoldenId id, Instant since) implements AsOf {}

    /** Its content was removed for good, whatever the instant. */
    record Erased(GoldenId id, Instant since) implements AsOf {}

    /** There was no such golden record yet, or there never was one. */
    record Unknown(GoldenId id) implements AsOf {}
}
