package io.goldsmith.matching.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The plugged-in levels of the class path, read once. */
final class CustomLevels {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Map<String, CustomLevel> KNOWN = read(ServiceLoader.load(CustomLevel.class));

    private CustomLevels() {}

    static Map<String, CustomLevel> read(Iterable<CustomLevel> plugged) {
        Map<String, CustomLevel> known = new TreeMap<>();
        for (CustomLevel level : plugged) {
            String name = level.name();
            if (name == null || !NAME.matcher(name).matches()) {
                throw new IllegalStateException(
                        "The custom level of " + level.getClass().getName()
                                + " must be named by lower-case letters, digits and hyphens, but its name is \"" + name
                                + "\".");
            }
            CustomLevel other = known.put(name, level);
            if (other != null) {
                throw new IllegalStateException(
                        "The custom levels of " + other.getClass().getName() + " and "
                                + level.getClass().getName() + " have the same name \"" + name
                                + "\"; rename one or take its jar off the class path.");
            }
        }
        return known;
    }

    /** The plug-in of that name. */
    static Optional<CustomLevel> find(String name) {
        return Optional.ofNullable(KNOWN.get(name));
    }

    /** The names of all plug-ins, sorted. */
    static List<String> names() {
        return List.copyOf(KNOWN.keySet());
    }
}
