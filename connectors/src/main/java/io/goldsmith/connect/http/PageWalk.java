package io.goldsmith.connect.http;

import io.goldsmith.connect.ConnectException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One way through the pages of a resource, from the first to the last. It ends: a service that leads in a circle is told as such. */
final class PageWalk {

    /** At 10,000 items a page, a thousand million. */
    private static final int MOST_PAGES = 100_000;

    private final Pages pages;
    private final Paging paging;
    private final String itemsPointer;
    private final PageRequest base;
    private final String place;
    private final Set<PageRequest> asked = new HashSet<>();
    private Optional<PageRequest> next;
    private Optional<JsonNode> itemsBefore = Optional.empty();
    private long seen;
    private int number;

    PageWalk(Pages pages, Paging paging, String itemsPointer, PageRequest base, String place) {
        this.pages = pages;
        this.paging = paging;
        this.itemsPointer = itemsPointer;
        this.base = base;
        this.place = place;
        this.next = Optional.of(paging.first(base));
    }

    /** What the first page is asked for by. */
    PageRequest first() {
        return paging.first(base);
    }

    /** Whether there is another page. */
    boolean hasNext() {
        return next.isPresent();
    }

    /**
     * The next page.
     *
     * @throws ConnectException if the service does not give it, or leads in a circle; the message says what to check
     */
    Page next() {
        return nextUnless(Map.of()).orElseThrow();
    }

    /**
     * The next page.
     *
     * @param conditions headers under which it is not wanted
     * @return empty if the service says that it has not changed
     */
    Optional<Page> nextUnless(Map<String, String> conditions) {
        PageRequest request = next.orElseThrow();
        String where = "page " + number + " of " + place;
        if (!asked.add(request) || number == MOST_PAGES) {
            throw pages.misfit(
                    where,
                    "must be another one than those before, but the service leads back to a page that was read; check the"
                            + " keys of the connector's paging");
        }
        HttpAnswer answer = pages.ask(where, request, conditions);
        if (answer.status() == 304) {
            return Optional.empty();
        }
        JsonNode root = pages.json(where, answer);
        JsonNode items = items(where, root);
        try {
            next = paging.next(base, request, new Paging.Answered(number, items.size(), seen, root, answer));
        } catch (Paging.MisfitException misfit) {
            throw pages.misfit(where, misfit.getMessage());
        }
        Page page = new Page(number, items, next.isEmpty(), answer.date(), Validators.of(request, answer));
        itemsBefore = Optional.of(items);
        seen += items.size();
        number++;
        return Optional.of(page);
    }

    private JsonNode items(String where, JsonNode root) {
        JsonNode items = root.at(itemsPointer);
        if (!items.isArray()) {
            throw pages.misfit(
                    where,
                    "must have an array at " + (itemsPointer.isEmpty() ? "its root" : itemsPointer)
                            + ", but has not; check the key items of the connector");
        }
        if (!items.isEmpty() && itemsBefore.filter(items::equals).isPresent()) {
            throw pages.misfit(
                    where,
                    "must have other items than the page before, but has the same ones; check the names of the query"
                            + " parameters under the connector's paging");
        }
        return items;
    }
}
