package io.goldsmith.app.console;

import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.SearchResult;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds customers by what a person remembers of them. */
@ConsolePage
class SearchController {

    private static final int PAGE_SIZE = 25;
    private static final int LONGEST_QUERY = 200;
    private static final long COUNTED_UP_TO = 1000;

    private final Hub hub;

    SearchController(Hub hub) {
        this.hub = hub;
    }

    @GetMapping("/golden")
    String search(
            @RequestParam(name = "q", defaultValue = "") String query,
            @RequestParam(name = "page", defaultValue = "0") int asked,
            Model model) {
        String bounded = query.substring(0, Math.min(query.length(), LONGEST_QUERY));
        model.addAttribute("query", bounded);
        if (!bounded.isEmpty()) {
            int page = Paging.bounded(asked);
            SearchResult found = hub.goldenRecords().search(bounded, page, PAGE_SIZE);
            model.addAttribute(
                    "customers",
                    found.records().stream()
                            .map(golden ->
                                    CustomerSummary.of(hub.configuration().entityModel(), golden))
                            .toList());
            model.addAttribute("total", found.total());
            model.addAttribute("more", found.total() >= COUNTED_UP_TO);
            model.addAttribute("paging", new Paging(page, (page + 1L) * PAGE_SIZE < found.total()));
        }
        return "search";
    }
}
