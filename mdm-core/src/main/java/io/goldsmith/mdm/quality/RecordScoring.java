package io.goldsmith.mdm.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Scores single records: what each {@link Dimension} says of them. A pure function of the record's raw and standard values, the rules,
 * when its source last changed or verified it, and the instant of judgement. Immutable, thread-safe.
 */
final class RecordScoring {

    /** After as long a record's timeliness is half of what it was. */
    static final Duration HALF_LIFE = Duration.ofDays(365);

    private final List<ValidationRule> rules;

    RecordScoring(List<ValidationRule> rules) {
        this.rules = rules;
    }

    /** Which rules apply to a record, and which of them it breaks. */
    record Judgement(RecordScore score, Map<ValidationRule, Boolean> broken) {

        /** The rules that it breaks. */
        List<ValidationRule> brokenRules() {
            List<ValidationRule> found = new ArrayList<>();
            broken.forEach((rule, isBroken) -> {
                if (isBroken) {
                    found.add(rule);
                }
            });
            return found;
        }
    }

    /**
     * Judges a record.
     *
     * @param verifiedAt when its source last changed or verified it
     * @param repeated the names of the rules {@code unique} by which another record has its value
     */
    Judgement judge(JudgedRecord record, Instant verifiedAt, Instant now, Set<String> repeated) {
        Map<ValidationRule, Boolean> broken = new LinkedHashMap<>();
        for (ValidationRule rule : rules) {
            if (rule.appliesTo(record)) {
                broken.put(
                        rule,
                        repeated.contains(rule.name()) || rule.find(record).isPresent());
            }
        }
        Map<Dimension, Integer> scores = new EnumMap<>(Dimension.class);
        scores.put(Dimension.COMPLETENESS, completeness(record, broken));
        scores.put(Dimension.VALIDITY, validity(record, broken));
        scores.put(Dimension.CONSISTENCY, share(Dimension.CONSISTENCY, broken));
        scores.put(Dimension.UNIQUENESS, share(Dimension.UNIQUENESS, broken));
        scores.put(Dimension.TIMELINESS, timeliness(verifiedAt, now));
        return new Judgement(new RecordScore(scores), broken);
    }

    private static int completeness(JudgedRecord record, Map<ValidationRule, Boolean> broken) {
        Set<String> expected = new TreeSet<>(record.raw().asMap().keySet());
        long atLeastOnes = 0;
        long atLeastOnesMet = 0;
        for (Map.Entry<ValidationRule, Boolean> rule : broken.entrySet()) {
            if (rule.getKey().check() == Check.REQUIRED) {
                expected.add(rule.getKey().attribute());
            } else if (rule.getKey().check() == Check.AT_LEAST_ONE) {
                atLeastOnes++;
                atLeastOnesMet += rule.getValue() ? 0 : 1;
            }
        }
        long present = expected.stream().filter(record::hasValue).count();
        return RecordScore.share(present + atLeastOnesMet, expected.size() + atLeastOnes);
    }

    private static int validity(JudgedRecord record, Map<ValidationRule, Boolean> broken) {
        Set<String> doubtful = new HashSet<>();
        record.standard().problems().forEach(problem -> doubtful.add(problem.attribute()));
        broken.forEach((rule, isBroken) -> {
            if (isBroken && rule.dimension() == Dimension.VALIDITY) {
                doubtful.add(rule.attribute());
            }
        });
        List<String> given =
                record.raw().asMap().keySet().stream().filter(record::hasValue).toList();
        long good = given.stream()
                .filter(attribute -> !doubtful.contains(attribute))
                .count();
        return RecordScore.share(good, given.size());
    }

    private static int share(Dimension dimension, Map<ValidationRule, Boolean> broken) {
        long all = 0;
        long good = 0;
        for (Map.Entry<ValidationRule, Boolean> rule : broken.entrySet()) {
            if (rule.getKey().dimension() == dimension) {
                all++;
                good += rule.getValue() ? 0 : 1;
            }
        }
        return RecordScore.share(good, all);
    }

    /** StrictMath, so that every machine finds the same. */
    private static int timeliness(Instant verifiedAt, Instant now) {
        long seconds = Math.max(0, Duration.between(verifiedAt, now).getSeconds());
        double halves = (double) seconds / HALF_LIFE.getSeconds();
        return (int) StrictMath.rint(RecordScore.WHOLE * StrictMath.pow(0.5, halves));
    }
}
