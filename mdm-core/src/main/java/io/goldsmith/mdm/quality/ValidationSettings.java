package io.goldsmith.mdm.quality;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The {@code validation} section: the validation rules, in order.
 *
 * @param rules what is written of each
 */
public record ValidationSettings(List<RuleSettings> rules) {

    /** Of the section itself, which is a list. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ValidationSettings {
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    /** The rules. */
    public List<ValidationRule> validationRules() {
        return rules.stream().map(RuleSettings::rule).toList();
    }

    /**
     * One rule as it is written.
     *
     * @param when attribute to the value that it must have for the rule to apply
     * @param values of {@code one-of}
     * @param pattern of {@code matches}: a regular expression
     * @param max of {@code max-length}
     */
    public record RuleSettings(
            String name,
            String attribute,
            String check,
            String severity,
            Map<String, String> when,
            List<String> values,
            String pattern,
            int max) {

        public RuleSettings {
            when = when == null ? Map.of() : Map.copyOf(when);
            values = values == null ? List.of() : List.copyOf(values);
            pattern = pattern == null ? "" : pattern;
        }

        ValidationRule rule() {
            return new ValidationRule(
                    name,
                    attribute,
                    Check.ofWord(check),
                    Severity.valueOf(severity.toUpperCase(Locale.ROOT)),
                    when,
                    values,
                    pattern,
                    max);
        }
    }
}
