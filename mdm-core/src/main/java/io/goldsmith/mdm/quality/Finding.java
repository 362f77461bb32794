package io.goldsmith.mdm.quality;

/**
 * A validation rule that a record breaks.
 *
 * @param rule the rule's name
 * @param attribute the attribute that it is about
 * @param reason what was expected and found; never holds the value
 */
public record Finding(String rule, String attribute, String reason) {

    /** As it is shown to a person: {@code birth-date-not-in-future: birth_date is after today}. */
    public String text() {
        return rule + ": " + attribute + " " + reason;
    }

    /** The name of the rule in a text that {@link #text()} made; the whole text if it made none. */
    static String ruleOf(String text) {
        int end = text.indexOf(": ");
        return end < 0 ? text : text.substring(0, end);
    }
}
