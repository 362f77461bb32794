package io.goldsmith.connect.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A system with an HTTP service that lists its records as pages of JSON. Each stream is a resource such as {@code /customers}; columns are JSON
 * pointers into an item, such as {@code /address/zip}.
 *
 * @param url the service's base address
 * @param token bearer token
 * @param pageSize items per page, 1 to 10,000; default 500
 * @param items JSON pointer to a page's items; default {@code /items}
 * @param pages JSON pointer to the number of pages; default {@code /pages}
 * @param overlap how far before the watermark each extraction starts; default 2 s
 * @param timeout how long to wait for a connection or an answer; default 30 s
 * @param retry how often a page is asked for again when the service is busy or fails
 */
public record HttpConnectorSettings(
        String source,
        Optional<Schedule> schedule,
        URI url,
        Optional<String> token,
        Integer pageSize,
        String items,
        String pages,
        Duration overlap,
        Duration timeout,
        RetrySettings retry,
        List<StreamSettings> streams)
        implements ConnectorSettings {

    public HttpConnectorSettings {
        schedule = Given.orEmpty(schedule);
        token = Given.orEmpty(token);
        pageSize = Given.or(pageSize, 500);
        items = Given.or(items, "/items");
        pages = Given.or(pages, "/pages");
        overlap = Given.or(overlap, Duration.ofSeconds(2));
        timeout = Given.or(timeout, Duration.ofSeconds(30));
        retry = Given.or(retry, RetrySettings.DEFAULT);
        streams = Given.list(streams);
    }
}
