package io.goldsmith.mdm.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/** Which parameters the check of a validation rule needs. */
final class RuleParameters {

    private RuleParameters() {}

    /**
     * What is missing or wrong among a rule's parameters.
     *
     * @param attribute the attribute of the entity model that it is about, as it is written there; a missing node if it names none
     */
    static Optional<String> missing(JsonNode rule, JsonNode attribute) {
        String check = rule.path("check").asString("");
        Optional<String> own = switch (check) {
            case "one-of" -> needs(rule, check, "values");
            case "max-length" -> needs(rule, check, "max");
            case "min-length" -> needs(rule, check, "min");
            case "matches" ->
                needs(rule, check, "pattern")
                        .or(() -> badPattern(rule.path("pattern").asString("")));
            case "plausible-age" -> needsType(attribute, check, "date").or(() -> badAges(rule));
            case "not-in-future" -> Optional.empty();
            case "not-before" -> needs(rule, check, "other").or(() -> needsType(attribute, check, "date"));
            case "in-range" -> badRange(rule, attribute);
            case "at-least-one" -> needs(rule, check, "attributes");
            case "in-reference" -> needs(rule, check, "file").or(() -> needs(rule, check, "columns"));
            case "permitted" -> needsValues(attribute);
            default -> Optional.empty();
        };
        boolean namesItsOwn = check.equals("at-least-one") || check.equals("in-reference");
        return own.or(() -> namesItsOwn ? Optional.empty() : needs(rule, check, "attribute"))
                .or(() -> uniqueRejects(rule, check));
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

    private static Optional<String> needsType(JsonNode attribute, String check, String type) {
        String found = attribute.path("type").asString(type);
        return found.equals(type)
                ? Optional.empty()
                : Optional.of("the check " + check + " is for an attribute of type " + type + ", but this one is a "
                        + found + "; name another one.");
    }

    private static Optional<String> needsValues(JsonNode attribute) {
        return attribute.isMissingNode() || attribute.path("values").size() > 0
                ? Optional.empty()
                : Optional.of("the check permitted is for an attribute whose \"values\" the model lists, but this one"
                        + " has none; list them there, or use one-of.");
    }

    private static Optional<String> badAges(JsonNode rule) {
        int youngest = rule.path("min").asInt(0);
        int oldest = rule.path("max").asInt(youngest);
        return youngest <= oldest
                ? Optional.empty()
                : Optional.of("\"min\" is " + youngest + " and more than \"max\", " + oldest + "; exchange them.");
    }

    private static Optional<String> badRange(JsonNode rule, JsonNode attribute) {
        if (!rule.has("from") && !rule.has("to")) {
            return Optional.of("the check in-range needs \"from\", \"to\" or both, which are missing; add one.");
        }
        boolean isDate = attribute.path("type").asString("").equals("date");
        return badBound(rule, "from", isDate)
                .or(() -> badBound(rule, "to", isDate))
                .or(() -> exchanged(rule, isDate));
    }

    private static Optional<String> badBound(JsonNode rule, String bound, boolean isDate) {
        if (!rule.has(bound)) {
            return Optional.empty();
        }
        try {
            if (isDate) {
                LocalDate.parse(rule.path(bound).asString(""));
            } else {
                new BigDecimal(rule.path(bound).asString(""));
            }
            return Optional.empty();
        } catch (DateTimeParseException | NumberFormatException e) {
            return Optional.of("\"" + bound + "\" must be "
                    + (isDate ? "a date such as 2000-01-31, as the attribute is one" : "a number such as 12.5")
                    + ", but is \"" + rule.path(bound).asString("") + "\".");
        }
    }

    private static Optional<String> exchanged(JsonNode rule, boolean isDate) {
        if (!rule.has("from") || !rule.has("to")) {
            return Optional.empty();
        }
        String from = rule.path("from").asString("");
        String to = rule.path("to").asString("");
        int order = isDate
                ? LocalDate.parse(from).compareTo(LocalDate.parse(to))
                : new BigDecimal(from).compareTo(new BigDecimal(to));
        return order <= 0
                ? Optional.empty()
                : Optional.of("\"from\" is " + from + " and after \"to\", " + to + "; exchange them.");
    }

    private static Optional<String> uniqueRejects(JsonNode rule, String check) {
        return check.equals("unique") && rule.path("severity").asString("").equals("reject")
                ? Optional.of("the check unique looks across records, which is done by assessments and not on landing,"
                        + " so that it cannot reject; let it warn, with \"task: true\" if a person should decide.")
                : Optional.empty();
    }
}
