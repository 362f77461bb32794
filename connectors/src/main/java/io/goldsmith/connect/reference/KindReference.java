package io.goldsmith.connect.reference;

import io.goldsmith.connect.plugin.InstalledKind;
import java.util.List;

/**
 * One kind of connector, for a reader.
 *
 * @param name what {@code kind} says; of a plugin, what {@code plugin} says
 * @param place where it comes from: empty if it comes with the hub
 * @param description what it reads
 * @param keys what a connector of the kind may say, in the order in which a reader wants them
 */
public record KindReference(String name, String place, String description, List<KeyReference> keys) {

    /**
     * One key of a connector.
     *
     * @param name the key; one inside another with a dot between
     * @param values what it takes: a type, the words, or a range
     * @param isRequired whether it must be there, if what it is inside of is
     * @param defaultText what holds without it; empty if nothing does
     * @param description what it means
     */
    public record KeyReference(
            String name, String values, boolean isRequired, String defaultText, String description) {}

    public KindReference {
        keys = List.copyOf(keys);
    }

    /** A plugin's kind. */
    static KindReference of(InstalledKind installed) {
        return new KindReference(
                installed.kind().name(),
                installed.place(),
                installed.kind().description(),
                installed.kind().options().stream()
                        .map(option -> new KeyReference(
                                "options." + option.name(),
                                option.isSecret() ? "secret" : "text",
                                option.isRequired(),
                                option.defaultText().orElse(""),
                                option.description()))
                        .toList());
    }
}
