package io.goldsmith.mdm.quality;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.matching.standardise.StandardRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Judges records by the validation rules. Immutable, thread-safe. */
public final class Validation {

    /** No value may be longer, in characters; a record with a longer one is rejected under every configuration. */
    public static final int LONGEST_VALUE = 10_000;

    private final List<ValidationRule> rules;
    private final List<ValidationRule> rejecting;
    private final List<ValidationRule> warning;
    private final Set<String> rejectingAttributes;
    private final NirRule nirRule;
    private final Matching matching;
    private final Clock clock;

    public Validation(List<ValidationRule> rules, Matching matching, Clock clock) {
        this.rules = List.copyOf(rules);
        this.rejecting = of(rules, Severity.REJECT);
        this.warning = of(rules, Severity.WARN);
        this.rejectingAttributes = new HashSet<>();
        rejecting.forEach(rule -> rejectingAttributes.addAll(rule.attributes()));
        this.nirRule = new NirRule(matching.attributes());
        this.matching = matching;
        this.clock = clock;
    }

    private static List<ValidationRule> of(List<ValidationRule> rules, Severity severity) {
        return rules.stream().filter(rule -> rule.severity() == severity).toList();
    }

    /**
     * The rejecting rules that a record breaks, and the two that hold under every configuration: no value is too long, and none holds
     * a French social security number. Empty: it may be resolved.
     */
    public List<Finding> rejections(AttributeValues raw) {
        List<Finding> findings = new ArrayList<>(tooLong(raw));
        boolean readable = findings.isEmpty();
        if (readable) {
            findings.addAll(nirRule.find(raw));
        }
        if (readable && !rejecting.isEmpty()) {
            // Only the attributes that rejecting rules name are standardised here; resolution does the rest.
            Map<String, List<String>> named = new TreeMap<>();
            for (String attribute : rejectingAttributes) {
                if (raw.isKnown(attribute)) {
                    named.put(attribute, raw.all(attribute));
                }
            }
            findings.addAll(find(rejecting, raw, matching.standardise(AttributeValues.of(named))));
        }
        return findings;
    }

    /**
     * A record as it may be kept, accepted or refused: without the social security numbers that the law forbids to keep. What stands in
     * their place is refused again, so that only the source can mend the record.
     */
    public AttributeValues keepable(AttributeValues raw) {
        return nirRule.masked(raw);
    }

    /**
     * The warning rules that a record breaks: they lower the trust in the attribute.
     *
     * @param standard the record in standard form
     */
    public List<Finding> warnings(AttributeValues raw, StandardRecord standard) {
        return find(warning, raw, standard);
    }

    private List<Finding> find(List<ValidationRule> rules, AttributeValues raw, StandardRecord standard) {
        List<Finding> findings = new ArrayList<>(0);
        JudgedRecord record = judged(raw, standard);
        for (ValidationRule rule : rules) {
            rule.find(record).ifPresent(findings::add);
        }
        return findings;
    }

    /** The record as rules look at it today. */
    JudgedRecord judged(AttributeValues raw, StandardRecord standard) {
        return new JudgedRecord(raw, standard, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** Every rule, in the order of the configuration. */
    public List<ValidationRule> rules() {
        return rules;
    }

    /** The names of the attributes that a record may have. */
    Set<String> attributes() {
        return matching.attributes().stream().map(AttributeDefinition::name).collect(Collectors.toSet());
    }

    private static List<Finding> tooLong(AttributeValues raw) {
        List<Finding> findings = new ArrayList<>(0);
        raw.asMap().forEach((attribute, values) -> {
            if (hasTooLong(values)) {
                findings.add(new Finding(
                        "value-length", attribute, "has a value of more than " + LONGEST_VALUE + " characters"));
            }
        });
        return findings;
    }

    private static boolean hasTooLong(List<String> values) {
        for (String value : values) {
            if (value.length() > LONGEST_VALUE) {
                return true;
            }
        }
        return false;
    }
}
