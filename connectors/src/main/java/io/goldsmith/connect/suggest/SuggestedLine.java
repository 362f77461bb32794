package io.goldsmith.connect.suggest;

/**
 * A line of a suggestion.
 *
 * @param name the attribute that it maps
 * @param mapping how, as YAML
 * @param reason why, without values
 */
record SuggestedLine(String name, String mapping, String reason) {}
