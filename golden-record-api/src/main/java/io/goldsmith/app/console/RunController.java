package io.goldsmith.app.console;

import io.goldsmith.mdm.Hub;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The latest runs with their counts and what failed. */
@ConsolePage
class RunController {

    private static final int SHOWN = 100;

    private final Hub hub;

    RunController(Hub hub) {
        this.hub = hub;
    }

    @GetMapping("/runs")
    String runs(Model model) {
        model.addAttribute(
                "runs", hub.runs().latest(SHOWN).stream().map(RunLine::of).toList());
        return "runs";
    }
}
