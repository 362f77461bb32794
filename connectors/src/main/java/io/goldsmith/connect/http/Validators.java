package io.goldsmith.connect.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a service tells versions of a page by (RFC 9110, 8.8).
 *
 * @param request what was asked for
 * @param etag the entity tag, as it came
 * @param lastModified the time, as it came
 */
record Validators(PageRequest request, Optional<String> etag, Optional<String> lastModified) {

    static Validators of(PageRequest request, HttpAnswer answer) {
        return new Validators(request, answer.header("ETag"), answer.header("Last-Modified"));
    }

    /** The headers that ask for it only if it is another version; none if the service told nothing. */
    Map<String, String> conditions() {
        Map<String, String> headers = new LinkedHashMap<>();
        etag.ifPresent(tag -> headers.put("If-None-Match", tag));
        if (etag.isEmpty()) {
            // Of whole seconds, so it may miss what changed within one: only where there is nothing better.
            lastModified.ifPresent(time -> headers.put("If-Modified-Since", time));
        }
        return headers;
    }
}
