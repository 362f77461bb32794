package io.goldsmith.app.console;

import io.goldsmith.connect.Connectors;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.quality.QuarantineEntry;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits in quarantine, with its reasons, and the way out. */
@ConsolePage
class QuarantineController {

    private static final int PAGE_SIZE = 50;
    private static final String CAUSE = "replay from quarantine";

    private final Hub hub;
    private final Connectors connectors;

    QuarantineController(Hub hub, Connectors connectors) {
        this.hub = hub;
        this.connectors = connectors;
    }

    @GetMapping("/quarantine")
    String quarantine(@RequestParam(name = "page", defaultValue = "0") int asked, Model model) {
        int page = Paging.bounded(asked);
        long waiting = hub.quarantine().countWaiting();
        model.addAttribute("entries", hub.quarantine().waiting(page, PAGE_SIZE));
        model.addAttribute("waiting", waiting);
        model.addAttribute("paging", new Paging(page, (page + 1L) * PAGE_SIZE < waiting));
        return "quarantine";
    }

    @PostMapping("/quarantine/{id}/replay")
    String replay(@PathVariable long id, RedirectAttributes next) {
        boolean passed = hub.quarantine().replay(id);
        if (passed) {
            connectors.settle(CAUSE);
        }
        next.addFlashAttribute(
                Notice.NAME,
                passed
                        ? Notice.done("The record passes the rules of today and has been resolved.")
                        : Notice.problem(
                                "It still breaks a rule or cannot be read. Correct it in its source system first."));
        return "redirect:/quarantine";
    }

    /** Replays every entry of a page. */
    @PostMapping("/quarantine/replay")
    String replayPage(@RequestParam(name = "page", defaultValue = "0") int asked, RedirectAttributes next) {
        List<QuarantineEntry> entries = hub.quarantine().waiting(Paging.bounded(asked), PAGE_SIZE);
        long passed = entries.stream()
                .filter(entry -> hub.quarantine().replay(entry.id()))
                .count();
        if (passed > 0) {
            connectors.settle(CAUSE);
        }
        next.addFlashAttribute(
                Notice.NAME,
                Notice.done("Of " + entries.size() + " entries, " + passed + " passed; the others still wait."));
        return "redirect:/quarantine";
    }
}
