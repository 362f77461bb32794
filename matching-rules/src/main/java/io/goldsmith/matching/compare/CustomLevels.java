package io.goldsmith.matching.compare;

import io.goldsmith.matching.MatchingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The plugged-in levels of the class path, read once. */
final class CustomLevels {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static Optional<Map<String, CustomLevel>> found = Optional.empty();

    private CustomLevels() {}

    /** Not in a static initialiser, so that a bad plug-in is told each time that a custom level is asked for. */
    private static synchronized Map<String, CustomLevel> known() {
        if (found.isEmpty()) {
            found = Optional.of(read(ServiceLoader.load(CustomLevel.class)));
        }
        return found.orElseThrow();
    }

    /**
     * The levels by name.
     *
     * @throws MatchingException if a name is malformed or taken
     */
    static Map<String, CustomLevel> read(Iterable<CustomLevel> plugged) {
        Map<String, CustomLevel> known = new TreeMap<>();
        for (CustomLevel level : plugged) {
            String name = level.name();
            if (name == null || !NAME.matcher(name).matches()) {
                throw new MatchingException(
                        "The custom level of " + level.getClass().getName()
                                + " must be named by lower-case letters, digits and hyphens, but its name is \"" + name
                                + "\".");
            }
            CustomLevel other = known.put(name, level);
            if (other != null) {
                throw new MatchingException(
                        "The custom levels of " + other.getClass().getName() + " and "
                                + level.getClass().getName() + " have the same name \"" + name
                                + "\"; rename one or take its jar off the class path.");
            }
        }
        return known;
    }

    /** The plug-in of that name. */
    static Optional<CustomLevel> find(String name) {
        return Optional.ofNullable(known().get(name));
    }

    /** The names of all plug-ins, sorted. */
    static List<String> names() {
        return List.copyOf(known().keySet());
    }
}
