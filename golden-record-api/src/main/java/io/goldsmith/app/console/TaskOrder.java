package io.goldsmith.app.console;

import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.stewardship.Task;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskState;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which task a steward sees next: another of the same kind. */
@Component
class TaskOrder {

    private static final int LOOKED_AT = 200;

    private final Hub hub;

    TaskOrder(Hub hub) {
        this.hub = hub;
    }

    /**
     * The id of the open task of the same kind that follows a task in the queue; of a possible duplicate if there is no such task. If the task is not among the first
     * {@value #LOOKED_AT}, or is the last of them, it is the first one; empty if no other is open.
     */
    Optional<Long> after(long taskId) {
        TaskKind kind = hub.stewardship().task(taskId).map(Task::kind).orElse(TaskKind.POSSIBLE_DUPLICATE);
        List<Long> ids = hub.stewardship().queue(TaskState.OPEN, Optional.of(kind), 0, LOOKED_AT).stream()
                .map(Task::id)
                .toList();
        int place = ids.indexOf(taskId);
        Optional<Long> following = place + 1 < ids.size()
                ? Optional.of(ids.get(place + 1))
                : ids.stream().findFirst();
        return following.filter(id -> id != taskId);
    }
}
