package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/**
 * How a service cuts a resource into pages. Of every way, {@code sizeParameter} is the query parameter with the items per page; empty: it is
 * not sent, and the service decides.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "by")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PagingSettings.Numbered.class, name = "page"),
    @JsonSubTypes.Type(value = PagingSettings.Cursor.class, name = "cursor"),
    @JsonSubTypes.Type(value = PagingSettings.Link.class, name = "link"),
    @JsonSubTypes.Type(value = PagingSettings.Offset.class, name = "offset"),
    @JsonSubTypes.Type(value = PagingSettings.Whole.class, name = "none")
})
public sealed interface PagingSettings {

    /** The query parameter with the items per page; empty: none. */
    String sizeParameter();

    /**
     * Pages have numbers.
     *
     * @param pageParameter the query parameter with the number; default {@code page}
     * @param sizeParameter default {@code size}
     * @param first the number of the first page, 0 or 1; default 0
     * @param pages JSON pointer to how many pages there are; default {@code /pages}; empty: the service does not say it, and the first page
     *     without items is the end
     */
    record Numbered(String pageParameter, String sizeParameter, Integer first, String pages) implements PagingSettings {

        public Numbered {
            pageParameter = Given.or(pageParameter, "page");
            sizeParameter = Given.or(sizeParameter, "size");
            first = Given.or(first, 0);
            pages = Given.or(pages, "/pages");
        }
    }

    /**
     * Each page names the next one by a text of the service's own.
     *
     * @param next JSON pointer to that text; missing, null or empty there: it was the last page
     * @param parameter the query parameter that takes it; default {@code cursor}
     * @param sizeParameter default {@code size}
     */
    record Cursor(String next, String parameter, String sizeParameter) implements PagingSettings {

        public Cursor {
            parameter = Given.or(parameter, "cursor");
            sizeParameter = Given.or(sizeParameter, "size");
        }
    }

    /**
     * Each page has the address of the next one.
     *
     * @param next JSON pointer to that address; empty: the header {@code Link} with {@code rel="next"} has it (RFC 8288)
     * @param sizeParameter default {@code size}; sent for the first page alone, since addresses are taken as they are
     */
    record Link(Optional<String> next, String sizeParameter) implements PagingSettings {

        public Link {
            next = Given.orEmpty(next);
            sizeParameter = Given.or(sizeParameter, "size");
        }
    }

    /**
     * A page begins behind a number of items.
     *
     * @param offsetParameter the query parameter with that number; default {@code offset}
     * @param sizeParameter default {@code limit}
     * @param total JSON pointer to how many items there are; empty: the first page without items is the end
     */
    record Offset(String offsetParameter, String sizeParameter, Optional<String> total) implements PagingSettings {

        public Offset {
            offsetParameter = Given.or(offsetParameter, "offset");
            sizeParameter = Given.or(sizeParameter, "limit");
            total = Given.orEmpty(total);
        }
    }

    /** The resource comes as one page. */
    record Whole() implements PagingSettings {

        @Override
        public String sizeParameter() {
            return "";
        }
    }
}
