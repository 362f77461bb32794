package io.goldsmith.mdm.quality;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** What an assessment has summed up so far, by subject and dimension: as many as there are source systems and rules. */
final class ScoreTallies {

    /** One row of a scorecard. */
    record Key(SubjectKind kind, String subject, Dimension dimension) {}

    private final Map<Key, ScoreTally> tallies = new TreeMap<>(
            Comparator.comparing(Key::kind).thenComparing(Key::subject).thenComparing(Key::dimension));

    ScoreTally of(SubjectKind kind, String subject, Dimension dimension) {
        return tallies.computeIfAbsent(new Key(kind, subject, dimension), unseen -> new ScoreTally());
    }

    /** Adds a record; whether its values are unique is added by {@link #repeated}, when all have been seen. */
    void add(String sourceSystem, RecordScoring.Judgement judgement) {
        judgement.score().hundredths().forEach((dimension, hundredths) -> {
            if (dimension != Dimension.UNIQUENESS) {
                of(SubjectKind.HUB, "", dimension).add(hundredths);
                of(SubjectKind.SOURCE_SYSTEM, sourceSystem, dimension).add(hundredths);
            }
        });
        judgement.broken().forEach((rule, isBroken) -> {
            of(SubjectKind.RULE, rule.name(), rule.dimension()).add(isBroken);
            if (rule.check() == Check.UNIQUE) {
                of(SubjectKind.HUB, "", Dimension.UNIQUENESS).add(false);
                of(SubjectKind.SOURCE_SYSTEM, sourceSystem, Dimension.UNIQUENESS)
                        .add(false);
            }
        });
    }

    /** Notes that as many records of a source system have values under a rule {@code unique} that others have too. */
    void repeated(String sourceSystem, String rule, long records) {
        of(SubjectKind.HUB, "", Dimension.UNIQUENESS).spoil(records);
        of(SubjectKind.SOURCE_SYSTEM, sourceSystem, Dimension.UNIQUENESS).spoil(records);
        of(SubjectKind.RULE, rule, Dimension.UNIQUENESS).spoil(records);
    }

    Map<Key, ScoreTally> all() {
        return tallies;
    }
}
