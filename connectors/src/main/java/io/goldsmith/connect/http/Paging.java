package io.goldsmith.connect.http;

import io.goldsmith.connect.settings.PagingSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Leads from one page of a resource to the next, as the settings say. */
final class Paging {

    private final PagingSettings settings;

    Paging(PagingSettings settings) {
        this.settings = settings;
    }

    /**
     * What was answered.
     *
     * @param number the page's place, from 0
     * @param items how many items it has
     * @param before how many the pages before it had
     */
    record Answered(int number, int items, long before, JsonNode root, HttpAnswer answer) {}

    /** Something that should stand in a page does not; the message says what. */
    static final class MisfitException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MisfitException(String message) {
            super(message);
        }
    }

    /** A question for some items per page. */
    PageRequest sized(PageRequest base, int size) {
        return base.with(settings.sizeParameter(), Integer.toString(size));
    }

    /** The question for the first page. */
    PageRequest first(PageRequest base) {
        if (settings instanceof PagingSettings.Numbered numbered) {
            return base.with(numbered.pageParameter(), Integer.toString(numbered.first()));
        }
        return settings instanceof PagingSettings.Offset offset ? base.with(offset.offsetParameter(), "0") : base;
    }

    /**
     * The question for the page that follows; empty if none does.
     *
     * @param base the question without a place
     * @param asked the question that was answered
     * @throws MisfitException if the answer lacks what tells
     */
    Optional<PageRequest> next(PageRequest base, PageRequest asked, Answered answered) {
        if (settings instanceof PagingSettings.Numbered numbered) {
            return numbered(numbered, base, answered);
        }
        if (settings instanceof PagingSettings.Cursor cursor) {
            return text(answered.root(), cursor.next()).map(text -> base.with(cursor.parameter(), text));
        }
        if (settings instanceof PagingSettings.Link link) {
            return link(link, asked, answered);
        }
        if (settings instanceof PagingSettings.Offset offset) {
            return offset(offset, base, answered);
        }
        return Optional.empty();
    }

    private static Optional<PageRequest> numbered(
            PagingSettings.Numbered numbered, PageRequest base, Answered answered) {
        boolean isMore = numbered.pages().isEmpty()
                ? answered.items() > 0
                : answered.number() + 1L < count(answered.root(), numbered.pages(), "pages");
        int next = numbered.first() + answered.number() + 1;
        return isMore ? Optional.of(base.with(numbered.pageParameter(), Integer.toString(next))) : Optional.empty();
    }

    private static Optional<PageRequest> offset(PagingSettings.Offset offset, PageRequest base, Answered answered) {
        long seen = answered.before() + answered.items();
        boolean isMore = answered.items() > 0
                && (offset.total().isEmpty()
                        || seen < count(answered.root(), offset.total().get(), "items"));
        return isMore ? Optional.of(base.with(offset.offsetParameter(), Long.toString(seen))) : Optional.empty();
    }

    private static Optional<PageRequest> link(PagingSettings.Link link, PageRequest asked, Answered answered) {
        Optional<String> address = link.next().isPresent()
                ? text(answered.root(), link.next().get())
                : LinkHeader.next(answered.answer().headers().getOrDefault("link", List.of()));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        URI target = asked.resolve(address.get())
                .orElseThrow(
                        () -> new MisfitException("must name the next page by an address, but what it names is none"));
        return Optional.of(PageRequest.of(target));
    }

    private static long count(JsonNode root, String pointer, String what) {
        JsonNode found = root.at(pointer);
        if (!found.isIntegralNumber()) {
            throw new MisfitException("must have a number of " + what + " at " + pointer
                    + ", but has not; check the keys of the connector's paging");
        }
        return found.asLong();
    }

    private static Optional<String> text(JsonNode root, String pointer) {
        JsonNode found = root.at(pointer);
        if (found.isContainer()) {
            throw new MisfitException("must have a text at " + pointer
                    + ", but has something else; check the keys of the connector's paging");
        }
        return found.isMissingNode() || found.isNull() || found.isBoolean()
                ? Optional.empty()
                : Optional.of(found.asString()).filter(text -> !text.isBlank());
    }
}
