package io.goldsmith.app.console;

import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.stewardship.Task;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskState;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which possible duplicate a steward sees next. */
@Component
class TaskOrder {

    private static final int LOOKED_AT = 200;

    private final Hub hub;

    TaskOrder(Hub hub) {
        this.hub = hub;
    }

    /**
     * The id of the open possible duplicate that follows a task in the queue. If the task is not among the first
     * {@value #LOOKED_AT}, or is the last of them, it is the first one; empty if no other is open.
     */
    Optional<Long> after(long taskId) {
        List<Long> ids =
                hub.stewardship().queue(TaskState.OPEN, Optional.of(TaskKind.POSSIBLE_DUPLICATE), 0, LOOKED_AT).stream()
                        .map(Task::id)
                        .toList();
        int place = ids.indexOf(taskId);
        Optional<Long> following = place + 1 < ids.size()
                ? Optional.of(ids.get(place + 1))
                : ids.stream().findFirst();
        return following.filter(id -> id != taskId);
    }
}
