package io.goldsmith.bench.match;

import static io.goldsmith.bench.figure.Goal.atLeast;
import static io.goldsmith.bench.figure.Goal.atMost;

import io.goldsmith.bench.figure.Goal;
import java.util.List;

/** What {@code bench match} wants to be reached, by the names of its figures. */
final class MatchGoals {

    /** Every goal. */
    static final List<Goal> ALL = List.of(
            atLeast(ScoringRate.name(MatchScale.MILLION, ScoringRate.RATIO), 1, "times"),
            atMost(WholeRuns.name(MatchScale.MILLION, "whole process"), 20, "s"),
            atMost(WholeRuns.name(MatchScale.MILLION, "heap"), 2, "GiB"),
            atLeast(WholeRuns.name(MatchScale.MILLION, "pairs compared"), 10_000_000, "pairs"),
            atLeast(WholeRuns.name(MatchScale.MILLION, "pairs completeness"), 0.95, ""),
            atMost(WholeRuns.growth(MatchScale.FULL), 12, "times"),
            atMost(WholeRuns.name(MatchScale.HUGE, "heap"), 10, "GiB"),
            atMost(IndexSearch.name(MatchScale.MILLION, "median"), 1, "ms"),
            atMost(IndexSearch.name(MatchScale.MILLION, "p99"), 5, "ms"),
            atLeast(IndexSearch.name(MatchScale.MILLION, "rate"), 1_000, "records/s"));

    private MatchGoals() {}
}
