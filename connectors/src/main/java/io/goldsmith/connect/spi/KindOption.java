package io.goldsmith.connect.spi;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An option of a kind of connector.
 *
 * @param name its key in the configuration: small letters, digits and hyphens, a letter first
 * @param description what it means, with its unit and range, in a sentence
 * @param isRequired whether a connector must give it
 * @param isSecret whether it is a secret: then the configuration must refer to it, and it is never shown
 * @param defaultText what holds if it is not given; empty if nothing does
 */
public record KindOption(
        String name, String description, boolean isRequired, boolean isSecret, Optional<String> defaultText) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}");

    /** @throws IllegalArgumentException if the name is no key, the description is empty, or a required or secret option has a default */
    public KindOption {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "An option's name must be small letters, digits and hyphens, a letter first, but is '" + name
                            + "'");
        }
        if (description.isBlank()) {
            throw new IllegalArgumentException("Option " + name + " must have a description, but has none");
        }
        if (defaultText.isPresent() && (isRequired || isSecret)) {
            throw new IllegalArgumentException("Option " + name + " is required or secret and has a default");
        }
    }

    /** An option that must be given. */
    public static KindOption required(String name, String description) {
        return new KindOption(name, description, true, false, Optional.empty());
    }

    /** A secret that must be given. */
    public static KindOption secret(String name, String description) {
        return new KindOption(name, description, true, true, Optional.empty());
    }

    /** An option with a default. */
    public static KindOption optional(String name, String description, String defaultText) {
        return new KindOption(name, description, false, false, Optional.of(defaultText));
    }
}
