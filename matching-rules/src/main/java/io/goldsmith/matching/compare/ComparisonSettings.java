package io.goldsmith.matching.compare;

import java.util.List;

/**
 * One comparison as configured: the levels are tried in order and the first that holds counts; a missing value comes first and weighs
 * nothing.
 *
 * @param name the comparison's name; the attribute's if not given
 * @param attribute the attribute compared
 * @param swappedWith the attribute that is sometimes swapped with it, as given and family names are; empty if none
 * @param kind what is compared, which decides the levels that may be used
 * @param levels the levels in order, the last one {@code else}; the kind's own if not given
 */
public record ComparisonSettings(
        String name, String attribute, String swappedWith, ComparisonKind kind, List<LevelSettings> levels) {

    public ComparisonSettings {
        attribute = attribute == null ? "" : attribute;
        name = name == null || name.isEmpty() ? attribute : name;
        swappedWith = swappedWith == null ? "" : swappedWith;
        levels = levels == null || levels.isEmpty()
                ? (kind == null ? List.of() : kind.defaultLevels())
                : List.copyOf(levels);
    }

    /** A comparison of an attribute by the levels of its kind. */
    public static ComparisonSettings of(String attribute, ComparisonKind kind) {
        return new ComparisonSettings(attribute, attribute, "", kind, List.of());
    }
}
