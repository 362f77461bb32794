package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.score.MatchGrade;
import java.util.Optional;

/** Counts what a resolution does. A part that is rolled back is counted in a tally of its own, which is then not added. */
final class ResolutionTally {

    private long records;
    private long pairsCompared;
    private long matches;
    private long possibleMatches;
    private long goldenRecordsChanged;
    private long tasks;
    private long quarantined;
    private Optional<PublicationEffect> held = Optional.empty();

    void held(PublicationEffect effect) {
        held = Optional.of(effect);
    }

    boolean isHeld() {
        return held.isPresent();
    }

    void resolved(long number) {
        records += number;
    }

    void compared(long pairs) {
        pairsCompared += pairs;
    }

    void graded(MatchGrade grade) {
        matches += grade == MatchGrade.MATCH ? 1 : 0;
        possibleMatches += grade == MatchGrade.POSSIBLE_MATCH ? 1 : 0;
    }

    void published(long changed, long opened) {
        goldenRecordsChanged += changed;
        tasks += opened;
    }

    void quarantined() {
        quarantined++;
    }

    void add(ResolutionTally part) {
        records += part.records;
        pairsCompared += part.pairsCompared;
        matches += part.matches;
        possibleMatches += part.possibleMatches;
        goldenRecordsChanged += part.goldenRecordsChanged;
        tasks += part.tasks;
        quarantined += part.quarantined;
        held = part.held.isPresent() ? part.held : held;
    }

    /** Every change of a golden record writes one event. */
    ResolutionSummary summary() {
        return new ResolutionSummary(
                records,
                pairsCompared,
                matches,
                possibleMatches,
                goldenRecordsChanged,
                tasks,
                goldenRecordsChanged,
                quarantined,
                held);
    }
}
