package io.goldsmith.app.console;

import io.goldsmith.connect.Connectors;
import io.goldsmith.dmp.warehouse.Warehouse;
import io.goldsmith.mdm.Hub;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what flows through the hub, what needs a person, and how the latest runs went. */
@ConsolePage
class OverviewController {

    private static final int RUNS_SHOWN = 8;

    private final Hub hub;
    private final Connectors connectors;
    private final CensusTaker censusTaker;

    OverviewController(Hub hub, Connectors connectors, CensusTaker censusTaker) {
        this.hub = hub;
        this.connectors = connectors;
        this.censusTaker = censusTaker;
    }

    @GetMapping("/")
    String overview(Model model) {
        model.addAttribute("census", censusTaker.census());
        model.addAttribute("quarantined", hub.quarantine().countWaiting());
        model.addAttribute("deliveries", DeliveryTotals.of(connectors.ledger().counts()));
        model.addAttribute(
                "runs", hub.runs().latest(RUNS_SHOWN).stream().map(RunLine::of).toList());
        connectors
                .warehouse()
                .flatMap(Warehouse::latestReport)
                .ifPresent(report -> model.addAttribute("report", report));
        return "overview";
    }
}
