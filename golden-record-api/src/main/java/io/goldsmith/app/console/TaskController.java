package io.goldsmith.app.console;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.model.EntityModel;
import io.goldsmith.mdm.stewardship.Task;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskState;
import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The work queue and a single task, laid out for deciding. */
@ConsolePage
class TaskController {

    private static final int PAGE_SIZE = 25;

    private final Hub hub;
    private final TaskOrder order;

    TaskController(Hub hub, TaskOrder order) {
        this.hub = hub;
        this.order = order;
    }

    @GetMapping("/tasks")
    String queue(
            @RequestParam(name = "state", defaultValue = "OPEN") TaskState state,
            @RequestParam(name = "kind", required = false) Optional<TaskKind> kind,
            @RequestParam(name = "page", defaultValue = "0") int asked,
            Model model) {
        int page = Paging.bounded(asked);
        EntityModel entities = hub.configuration().entityModel();
        List<Task> tasks = hub.stewardship().queue(state, kind, page, PAGE_SIZE);
        boolean hasNext = tasks.size() == PAGE_SIZE
                && !hub.stewardship()
                        .queue(state, kind, (page + 1) * PAGE_SIZE, 1)
                        .isEmpty();
        model.addAttribute(
                "tasks",
                tasks.stream()
                        .map(task -> TaskLine.of(entities, hub.goldenRecords(), task))
                        .toList());
        model.addAttribute("state", state);
        model.addAttribute("states", TaskState.values());
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", TaskKind.values());
        model.addAttribute("paging", new Paging(page, hasNext));
        return "tasks";
    }

    /** The task after the one that was decided or skipped; the queue if none is left. */
    @GetMapping("/tasks/next")
    String next(@RequestParam(name = "after", defaultValue = "0") long after) {
        return order.after(after).map(id -> "redirect:/tasks/" + id).orElse("redirect:/tasks");
    }

    @GetMapping("/tasks/{id}")
    String task(@PathVariable long id, Model model) {
        Task task = hub.stewardship().task(id).orElseThrow(() -> new NoSuchPageException("There is no task " + id));
        model.addAttribute("task", task);
        model.addAttribute("open", task.state() == TaskState.OPEN || task.state() == TaskState.PROPOSED);
        EntityModel entities = hub.configuration().entityModel();
        Optional<GoldenRecord> left = hub.goldenRecords().find(task.goldenId());
        Optional<GoldenRecord> right = task.other().flatMap(hub.goldenRecords()::find);
        left.ifPresent(golden -> model.addAttribute("left", CustomerSummary.of(entities, golden)));
        if (left.isPresent()
                && right.isPresent()
                && !left.get().id().equals(right.get().id())) {
            model.addAttribute("right", CustomerSummary.of(entities, right.get()));
            model.addAttribute("rows", PairRow.of(entities, left.get(), right.get()));
            hub.goldenRecords().orders(left.get().id()).ifPresent(orders -> model.addAttribute("leftOrders", orders));
            hub.goldenRecords().orders(right.get().id()).ifPresent(orders -> model.addAttribute("rightOrders", orders));
        }
        if (task.left().isPresent() && task.right().isPresent()) {
            explain(task.left().get(), task.right().get())
                    .ifPresent(waterfall -> model.addAttribute("waterfall", waterfall));
        }
        return "task";
    }

    /** Empty once a record of the pair has gone: a closed task outlives it. */
    private Optional<Waterfall> explain(RecordId left, RecordId right) {
        try {
            return Optional.of(Waterfall.of(hub.stewardship().explain(left, right)));
        } catch (MdmException gone) {
            return Optional.empty();
        }
    }
}
