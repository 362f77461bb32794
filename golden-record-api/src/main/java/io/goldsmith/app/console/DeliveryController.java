package io.goldsmith.app.console;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.Connectors;
import io.goldsmith.connect.replicate.Delivered;
import io.goldsmith.connect.replicate.DeliveryState;
import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The ledger of deliveries to the target systems, and the replay of dead letters. */
@ConsolePage
class DeliveryController {

    private static final int PAGE_SIZE = 50;

    private final Connectors connectors;

    DeliveryController(Connectors connectors) {
        this.connectors = connectors;
    }

    @GetMapping("/deliveries")
    String deliveries(
            @RequestParam(name = "target", defaultValue = "") String target,
            @RequestParam(name = "state", required = false) Optional<DeliveryState> state,
            @RequestParam(name = "page", defaultValue = "0") int asked,
            Model model) {
        int page = Paging.bounded(asked);
        DeliveryTotals totals = DeliveryTotals.of(connectors.ledger().counts());
        Optional<String> known = totals.targets().stream()
                .map(DeliveryTotals.Target::name)
                .filter(target::equals)
                .findFirst();
        List<Delivered> found = connectors.ledger().find(known, state, page, PAGE_SIZE);
        boolean hasNext = found.size() == PAGE_SIZE
                && !connectors
                        .ledger()
                        .find(known, state, (page + 1) * PAGE_SIZE, 1)
                        .isEmpty();
        model.addAttribute("totals", totals);
        model.addAttribute("target", known.orElse(""));
        model.addAttribute("state", state);
        model.addAttribute("states", DeliveryState.values());
        model.addAttribute("deliveries", found);
        model.addAttribute("paging", new Paging(page, hasNext));
        return "deliveries";
    }

    @PostMapping("/deliveries/{id}/replay")
    String replay(@PathVariable long id, RedirectAttributes next) {
        next.addFlashAttribute(
                Notice.NAME,
                connectors.replay(id)
                        ? Notice.done("The dead letter waits to be sent again, with the customer's state of today.")
                        : Notice.problem("It is no dead letter any more, or a newer delivery took its place."));
        return "redirect:/deliveries";
    }

    /** Replays every dead letter of a target. */
    @PostMapping("/deliveries/replay")
    String replayTarget(@RequestParam String target, RedirectAttributes next) {
        try {
            int waiting = connectors.replay(target);
            next.addFlashAttribute(
                    Notice.NAME,
                    Notice.done("Dead letters of " + target + " that wait to be sent again: " + waiting + "."));
        } catch (ConnectException unknown) {
            next.addFlashAttribute(Notice.NAME, Notice.problem(unknown.getMessage()));
        }
        return "redirect:/deliveries";
    }
}
