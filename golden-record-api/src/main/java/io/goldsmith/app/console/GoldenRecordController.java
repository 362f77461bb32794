package io.goldsmith.app.console;

import io.goldsmith.connect.Connectors;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.GoldenRecords;
import io.goldsmith.mdm.model.EntityModel;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One customer: the golden values with their provenance, the source records, and everything that happened. */
@ConsolePage
class GoldenRecordController {

    private static final int VERSIONS_SHOWN = 50;
    private static final int RELATIONS_SHOWN = 20;
    private static final int DELIVERIES_SHOWN = 20;

    private final Hub hub;
    private final Connectors connectors;

    GoldenRecordController(Hub hub, Connectors connectors) {
        this.hub = hub;
        this.connectors = connectors;
    }

    @GetMapping("/golden/{id}")
    String golden(@PathVariable String id, Model model, RedirectAttributes next) {
        GoldenId asked = parse(id);
        GoldenRecord golden = hub.goldenRecords()
                .find(asked)
                .orElseThrow(() -> new NoSuchPageException(
                        asked + " is no golden record, or has been retired since no live source record is left"));
        if (!golden.id().equals(asked)) {
            next.addFlashAttribute(
                    Notice.NAME, Notice.done(asked + " was merged into " + golden.id() + ", which you see here."));
            return "redirect:/golden/" + golden.id();
        }
        show(golden, model);
        return "golden";
    }

    private void show(GoldenRecord golden, Model model) {
        EntityModel entities = hub.configuration().entityModel();
        GoldenRecords records = hub.goldenRecords();
        List<GoldenRecord> history = records.history(golden.id());
        model.addAttribute("customer", CustomerSummary.of(entities, golden));
        model.addAttribute("golden", golden);
        model.addAttribute("blocks", AttributeBlock.of(entities, golden));
        model.addAttribute("table", MemberTable.of(entities, golden, records.members(golden.id())));
        records.orders(golden.id()).ifPresent(orders -> model.addAttribute("orders", orders));
        model.addAttribute(
                "relations",
                records.relations(golden.id(), 0, RELATIONS_SHOWN).stream()
                        .map(related -> RelationLine.of(entities, records, related))
                        .distinct()
                        .toList());
        model.addAttribute("changes", VersionChange.of(history, VERSIONS_SHOWN));
        model.addAttribute("versions", history.size());
        model.addAttribute("tasks", hub.stewardship().tasksOf(golden.id()));
        model.addAttribute("decisions", hub.stewardship().decisionsOf(golden.id()));
        model.addAttribute(
                "deliveries",
                connectors.ledger().ofGoldenRecord(golden.id()).stream()
                        .limit(DELIVERIES_SHOWN)
                        .toList());
    }

    private static GoldenId parse(String id) {
        try {
            return GoldenId.parse(id);
        } catch (IllegalArgumentException notAnId) {
            throw new NoSuchPageException(notAnId.getMessage());
        }
    }
}
