package io.goldsmith.connect.http;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One page of a resource.
 *
 * @param number its place, from 0
 * @param items an array
 * @param isLast whether none follows
 * @param date the service's own time, if it says it
 * @param validators what the service tells versions of the page by
 */
record Page(int number, JsonNode items, boolean isLast, Optional<Instant> date, Validators validators) {

    /** The place of an item, for a person. */
    String origin(String resource, int item) {
        return resource + " page " + number + " item " + item;
    }
}
