package io.goldsmith.mdm.model;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/** Which parameters the check of a validation rule needs. */
final class RuleParameters {

    private RuleParameters() {}

    /** What is missing or wrong among a rule's parameters. */
    static Optional<String> missing(JsonNode rule) {
        String check = rule.path("check").asString("");
        return switch (check) {
            case "one-of" -> needs(rule, check, "values");
            case "max-length" -> needs(rule, check, "max");
            case "matches" ->
                needs(rule, check, "pattern")
                        .or(() -> badPattern(rule.path("pattern").asString("")));
            default -> Optional.empty();
        };
    }

    private static Optional<String> needs(JsonNode rule, String check, String parameter) {
        return rule.has(parameter)
                ? Optional.empty()
                : Optional.of("the check " + check + " needs \"" + parameter + "\", which is missing; add it.");
    }

    private static Optional<String> badPattern(String pattern) {
        try {
            Pattern.compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("the pattern is no regular expression: " + e.getDescription() + " at character "
                    + e.getIndex() + ".");
        }
    }
}
