package io.goldsmith.connect.replicate;

import io.goldsmith.connect.settings.CreateSettings;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.stewardship.TaskKind;

/**
 * Which golden records may get a record in one target.
 *
 * @param sourceSystem the target's source system
 */
record CreationRules(Hub hub, String target, String sourceSystem, CreateSettings settings) {

    /** Whether the settings let it have one, and it never had one. */
    boolean mayGetOne(GoldenRecord golden) {
        return admits(golden) && !wasCreated(golden) && !hadOne(golden);
    }

    /** Also under another golden id, before a steward took the record away. */
    private boolean wasCreated(GoldenRecord golden) {
        return hub.stewardship().decisionsOf(golden.id()).stream()
                .anyMatch(decision -> decision.isOfReplicationTo(target));
    }

    /** What the target deleted is not forced upon it again. */
    private boolean hadOne(GoldenRecord golden) {
        return hub.goldenRecords().history(golden.id()).stream()
                .flatMap(version -> version.members().stream())
                .anyMatch(record -> record.source().equals(sourceSystem));
    }

    /** Whether the settings let it have one. */
    boolean admits(GoldenRecord golden) {
        return switch (settings.when()) {
            case NEVER -> false;
            case ALL -> true;
            case FILTER ->
                settings.where().entrySet().stream()
                                .allMatch(one -> golden.attributes().all(one.getKey()).stream()
                                        .anyMatch(one.getValue()::contains))
                        && (settings.onlyFrom().isEmpty()
                                || golden.members().stream()
                                        .anyMatch(record -> settings.onlyFrom().contains(record.source())));
        };
    }

    /** Whether a steward is being asked if it is another customer, who may have a record there. */
    boolean isInQuestion(GoldenRecord golden) {
        return hub.stewardship().tasksOf(golden.id()).stream()
                .anyMatch(
                        task -> task.kind() == TaskKind.POSSIBLE_DUPLICATE || task.kind() == TaskKind.CLUSTER_CONFLICT);
    }
}
