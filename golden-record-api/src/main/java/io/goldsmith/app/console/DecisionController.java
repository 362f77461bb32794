package io.goldsmith.app.console;

import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.stewardship.ContradictionException;
import io.goldsmith.mdm.stewardship.Decision;
import io.goldsmith.mdm.stewardship.InapplicableDecisionException;
import io.goldsmith.mdm.stewardship.StaleDecisionException;
import io.goldsmith.mdm.stewardship.Task;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskState;
import java.security.Principal;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a steward decides: the answer to a task, and taking a decision back. */
@ConsolePage
class DecisionController {

    private static final int LONGEST_COMMENT = 2000;

    private final Hub hub;
    private final TaskOrder order;

    DecisionController(Hub hub, TaskOrder order) {
        this.hub = hub;
        this.order = order;
    }

    @PostMapping("/tasks/{id}/accept")
    String accept(
            @PathVariable long id,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String comment,
            Principal steward,
            RedirectAttributes next) {
        Optional<Long> following = order.after(id);
        try {
            Task task = hub.stewardship().accept(id, revision, steward.getName(), bounded(comment));
            next.addFlashAttribute(Notice.NAME, done(task, Decision.Kind.MERGE, "are one customer now."));
            return following(following);
        } catch (StaleDecisionException | ContradictionException | InapplicableDecisionException refusal) {
            return refused(id, refusal, next);
        }
    }

    @PostMapping("/tasks/{id}/reject")
    String reject(
            @PathVariable long id,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String comment,
            Principal steward,
            RedirectAttributes next) {
        Optional<Long> following = order.after(id);
        try {
            Task task = hub.stewardship().reject(id, revision, steward.getName(), bounded(comment));
            next.addFlashAttribute(
                    Notice.NAME, done(task, Decision.Kind.NOT_DUPLICATE, "stay apart and are not proposed again."));
            return following(following);
        } catch (StaleDecisionException | ContradictionException | InapplicableDecisionException refusal) {
            return refused(id, refusal, next);
        }
    }

    /** Takes a decision back, and returns to the task or the golden record from which that was asked. */
    @PostMapping("/decisions/{id}/undo")
    String undo(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long task,
            @RequestParam(defaultValue = "") String golden,
            Principal steward,
            RedirectAttributes next) {
        try {
            hub.stewardship().undo(id, steward.getName());
            next.addFlashAttribute(
                    Notice.NAME, Notice.done("Taken back: the records stand as if it had never been decided."));
        } catch (StaleDecisionException | ContradictionException | InapplicableDecisionException refusal) {
            next.addFlashAttribute(Notice.NAME, Notice.problem(refusal.getMessage()));
        }
        if (task > 0) {
            return "redirect:/tasks/" + task;
        }
        return golden.isEmpty() ? "redirect:/tasks" : "redirect:/golden/" + GoldenId.parse(golden);
    }

    private static String following(Optional<Long> task) {
        return task.map(id -> "redirect:/tasks/" + id).orElse("redirect:/tasks");
    }

    private static String refused(long id, MdmException refusal, RedirectAttributes next) {
        String text = refusal instanceof StaleDecisionException
                ? "Nothing was decided: someone else, or new data, changed this task while you looked at it. Here is how it stands now."
                : "Nothing was decided: " + refusal.getMessage();
        next.addFlashAttribute(Notice.NAME, Notice.problem(text));
        return "redirect:/tasks/" + id;
    }

    private Notice done(Task task, Decision.Kind kind, String became) {
        String customers =
                task.goldenId() + task.other().map(other -> " and " + other).orElse("");
        if (task.state() == TaskState.PROPOSED) {
            return Notice.done(
                    "Proposed about " + customers + ": it takes effect when another steward gives the same answer.");
        }
        if (task.state() == TaskState.OPEN) {
            return Notice.done("Open again: the two stewards gave different answers about " + customers + ".");
        }
        if (task.kind() == TaskKind.SAMPLE_REVIEW) {
            return Notice.done("Noted for the sample: " + customers + " stay as they are.");
        }
        if (task.kind() == TaskKind.REPLICATION_CONFLICT) {
            return Notice.done(
                    task.state() == TaskState.ACCEPTED
                            ? "The golden values of " + customers + " are written into the target."
                            : "The target keeps what it has of " + customers + ", until the golden record changes.");
        }
        String text = customers + " " + became;
        return new Notice(true, text, madeFor(task, kind).map(Decision::id).orElse(0L), task.id());
    }

    /** The decision that answered a task, to offer that it be taken back. */
    private Optional<Decision> madeFor(Task task, Decision.Kind kind) {
        return hub.goldenRecords()
                .find(task.goldenId())
                .flatMap(golden -> hub.stewardship().decisionsOf(golden.id()).stream()
                        .filter(decision -> decision.kind() == kind
                                && decision.undoneBy().isEmpty()
                                && task.left().filter(decision.left()::equals).isPresent()
                                && task.right().filter(decision.right()::equals).isPresent())
                        .findFirst());
    }

    private static String bounded(String comment) {
        return comment.substring(0, Math.min(comment.length(), LONGEST_COMMENT));
    }
}
