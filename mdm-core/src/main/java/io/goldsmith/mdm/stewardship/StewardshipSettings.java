package io.goldsmith.mdm.stewardship;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code stewardship} section.
 *
 * @param dueDays kind of task to the days, 1 to 3,650, within which it should be answered; kinds without never fall due
 * @param escalationRole the role that overdue tasks are given to
 * @param fourEyes the kinds of task whose answers take effect only when a second steward confirms them
 */
public record StewardshipSettings(Map<TaskKind, Integer> dueDays, String escalationRole, Set<TaskKind> fourEyes) {

    private static final String DEFAULT_ROLE = "steward-lead";

    public StewardshipSettings {
        dueDays = dueDays == null ? Map.of() : Map.copyOf(dueDays);
        escalationRole = escalationRole == null ? DEFAULT_ROLE : escalationRole;
        fourEyes = fourEyes == null ? Set.of() : Set.copyOf(fourEyes);
    }

    /** Nothing falls due, and one steward is enough. */
    public static StewardshipSettings defaults() {
        return new StewardshipSettings(Map.of(), DEFAULT_ROLE, Set.of());
    }

    /** The days within which a task of a kind should be answered. */
    Optional<Integer> dueDays(TaskKind kind) {
        return Optional.ofNullable(dueDays.get(kind));
    }
}
