package io.goldsmith.bench.match;

import io.goldsmith.bench.customers.CustomerFolder;
import io.goldsmith.bench.customers.LabelledMatch;
import io.goldsmith.bench.customers.Workplace;
import io.goldsmith.bench.figure.FigureList;
import io.goldsmith.matching.block.CandidatePairs;
import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.run.CsvMatchResult;

/** Matches generated customers in this process, not timed, and says how much of the truth blocking brings and the clusters hold. */
final class LabelledRuns {

    private final Workplace workplace;

    LabelledRuns(Workplace workplace) {
        this.workplace = workplace;
    }

    /** Matches so many records; what came out is there to be scored and searched again. */
    CsvMatchResult measure(long records, FigureList figures) {
        CustomerFolder customers = workplace.customers(records);
        LabelledMatch match = LabelledMatch.run(
                customers.customers(), customers.truth(), workplace.configuration("customers.yaml"), PairMode.DEDUPE);
        figures.more(WholeRuns.name(records, "pairs completeness"), completeness(match), "");
        figures.more(WholeRuns.name(records, "precision"), match.evaluation().precision(), "");
        figures.more(WholeRuns.name(records, "recall"), match.evaluation().recall(), "");
        figures.more(WholeRuns.name(records, "F1"), match.evaluation().f1(), "");
        return match.result();
    }

    /** The share of the true pairs that some blocking rule brings. */
    private static double completeness(LabelledMatch match) {
        if (match.labels().matches() == 0) {
            return 1;
        }
        CandidatePairs candidates = candidates(match.result());
        long[] brought = {0};
        match.labels().forEachMatch((left, right) -> brought[0] += candidates.isCandidate(left, right) ? 1 : 0);
        return brought[0] / (double) match.labels().matches();
    }

    /** The candidate pairs of a run, blocked anew under its frozen model. */
    static CandidatePairs candidates(CsvMatchResult result) {
        return CandidatePairs.of(
                result.table(),
                result.matching().model().blocking(result.matching().settings().blocking()),
                result.matching().settings().maxBlockSize(),
                result.options().mode(),
                result.options().threads());
    }
}
