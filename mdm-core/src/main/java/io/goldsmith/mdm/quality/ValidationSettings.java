package io.goldsmith.mdm.quality;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.model.EntityModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /**
     * The rules as they are written, then those that the entity model implies: an attribute with permitted values that no written rule
     * {@code permitted} names has one that warns, {@code permitted-} and its name.
     *
     * @param folder where the files of reference lists are
     * @throws io.goldsmith.mdm.MdmException if a reference list cannot be read
     */
    public List<ValidationRule> validationRules(EntityModel model, Matching matching, Path folder) {
        RuleBinding binding = new RuleBinding(model, matching, folder);
        List<ValidationRule> bound = new ArrayList<>();
        Set<String> permitted = new HashSet<>();
        for (RuleSettings written : rules) {
            ValidationRule rule = binding.bind(written);
            bound.add(rule);
            if (rule.check() == Check.PERMITTED) {
                permitted.add(rule.attribute());
            }
        }
        model.attributes().stream()
                .filter(attribute -> !attribute.values().isEmpty() && !permitted.contains(attribute.name()))
                .forEach(attribute -> bound.add(binding.bind(RuleSettings.permitted(attribute.name()))));
        return bound;
    }

    /**
     * One rule as it is written.
     *
     * @param attribute what it is about; of {@code at-least-one} and {@code in-reference} it may be left out
     * @param task whether a record that breaks a warning makes a stewardship task
     * @param when attribute to the value that it must have for the rule to apply
     * @param values of {@code one-of}
     * @param pattern of {@code matches}: a regular expression
     * @param min of {@code min-length} and {@code plausible-age}
     * @param max of {@code max-length} and {@code plausible-age}
     * @param from of {@code in-range}: a number, or a date as the attribute is one
     * @param to of {@code in-range}
     * @param other of {@code not-before}: the attribute with the earlier date
     * @param attributes of {@code at-least-one}
     * @param file of {@code in-reference}: a CSV file with a header, relative to the hub's folder
     * @param columns of {@code in-reference}: attribute to column
     */
    public record RuleSettings(
            String name,
            String attribute,
            String check,
            String severity,
            Boolean task,
            Map<String, String> when,
            List<String> values,
            String pattern,
            Integer min,
            Integer max,
            String from,
            String to,
            String other,
            List<String> attributes,
            String file,
            Map<String, String> columns) {

        public RuleSettings {
            task = task != null && task;
            when = when == null ? Map.of() : Map.copyOf(when);
            values = values == null ? List.of() : List.copyOf(values);
            attributes = attributes == null ? List.of() : List.copyOf(attributes);
            columns = columns == null ? Map.of() : Map.copyOf(columns);
            pattern = text(pattern);
            from = text(from);
            to = text(to);
            other = text(other);
            file = text(file);
            attribute = attribute == null ? attributes.stream().findFirst().orElse("") : attribute;
        }

        private static String text(String given) {
            return given == null ? "" : given;
        }

        static RuleSettings permitted(String attribute) {
            // Names of attributes have underscores and names of rules hyphens.
            return new RuleSettings(
                    "permitted-" + attribute.replace('_', '-'),
                    attribute,
                    Check.PERMITTED.word(),
                    "warn",
                    false,
                    Map.of(),
                    List.of(),
                    "",
                    null,
                    null,
                    "",
                    "",
                    "",
                    List.of(),
                    "",
                    Map.of());
        }
    }
}
