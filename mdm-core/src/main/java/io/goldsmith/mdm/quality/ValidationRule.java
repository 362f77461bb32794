package io.goldsmith.mdm.quality;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A validation rule. Immutable, thread-safe.
 */
public final class ValidationRule {

    private final String name;
    private final String attribute;
    private final Check check;
    private final Severity severity;
    private final boolean asksForTask;
    private final Map<String, String> when;
    private final RuleTest test;

    ValidationRule(
            String name,
            String attribute,
            Check check,
            Severity severity,
            boolean asksForTask,
            Map<String, String> when,
            RuleTest test) {
        this.name = name;
        this.attribute = attribute;
        this.check = check;
        this.severity = severity;
        this.asksForTask = asksForTask;
        this.when = Map.copyOf(when);
        this.test = test;
    }

    public String name() {
        return name;
    }

    /** The attribute that it is about, the first of several. */
    public String attribute() {
        return attribute;
    }

    /** Every attribute that it looks at, but those of its condition. */
    List<String> attributes() {
        return test.attributes();
    }

    public Check check() {
        return check;
    }

    public Severity severity() {
        return severity;
    }

    /** Whether a record that breaks it, but is not rejected, makes a stewardship task. */
    public boolean asksForTask() {
        return asksForTask;
    }

    /** What a record falls short of that breaks it: a value rule under a condition is about consistency. */
    public Dimension dimension() {
        return check.dimension() == Dimension.VALIDITY && !when.isEmpty() ? Dimension.CONSISTENCY : check.dimension();
    }

    /** What is wrong with a record under this rule; empty if nothing is, or the rule does not apply. */
    Optional<Finding> find(JudgedRecord record) {
        return isMeant(record)
                ? test.reason(record).map(reason -> new Finding(name, attribute, reason))
                : Optional.empty();
    }

    /** Whether a record meets the rule's condition and has what it looks at. */
    boolean appliesTo(JudgedRecord record) {
        return isMeant(record) && test.appliesTo(record);
    }

    private boolean isMeant(JudgedRecord record) {
        return when.isEmpty()
                || when.entrySet().stream()
                        .allMatch(condition -> record.raw().all(condition.getKey()).stream()
                                .findFirst()
                                .filter(condition.getValue()::equalsIgnoreCase)
                                .isPresent());
    }

    /** The name alone. */
    @Override
    public String toString() {
        return "ValidationRule[" + name + "]";
    }
}
