package io.goldsmith.mdm.resolution;

import java.util.Optional;

/**
 * What a resolution did.
 *
 * @param records source records resolved
 * @param pairsCompared candidate pairs compared
 * @param matches pairs graded MATCH
 * @param possibleMatches pairs graded POSSIBLE_MATCH
 * @param goldenRecordsChanged golden records created, changed, merged or retired
 * @param tasks stewardship tasks opened
 * @param events change events written
 * @param quarantined records whose resolution failed and that wait in quarantine
 * @param held what a batch would do that was not published since it waits for a person; its records stay pending
 */
public record ResolutionSummary(
        long records,
        long pairsCompared,
        long matches,
        long possibleMatches,
        long goldenRecordsChanged,
        long tasks,
        long events,
        long quarantined,
        Optional<PublicationEffect> held) {}
