package io.goldsmith.mdm.quality;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A score as an assessment found it.
 *
 * @param assessedOn the day, UTC; the last assessment of a day counts
 * @param subject the name of the source system or the rule; empty for the hub
 * @param dimension of a rule: the dimension in which it counts
 * @param score 0 to 100, the mean of the records, two decimals; of a rule: the share of the records that keep it
 * @param judged how many records it is about; 0: nothing was judged, and the score is 100
 * @param broken how many of them do not have all of the dimension, or break the rule
 */
public record QualityScore(
        LocalDate assessedOn,
        SubjectKind kind,
        String subject,
        Dimension dimension,
        double score,
        long judged,
        long broken,
        long runId,
        Instant assessedAt) {}
