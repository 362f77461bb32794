package io.goldsmith.connect.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A system with an HTTP service that lists its records as JSON, page by page. Each stream is a resource such as {@code /customers}; columns are
 * JSON pointers into an item, such as {@code /address/zip}.
 *
 * @param url the service's base address
 * @param token bearer token, short for {@code auth: {bearer: …}}
 * @param auth how the hub shows who it is; not beside a token
 * @param paging how resources are cut into pages; default: numbered from 0
 * @param pageSize items per page, 1 to 10,000; default 500
 * @param items JSON pointer to a page's items; default {@code /items}; empty: the page is the array
 * @param sinceParameter the query parameter that asks for what changed since a time; default {@code updated_since}; empty: the service has none,
 *     and every extraction reads everything
 * @param sinceFormat how that time is written; default {@link SinceFormat#INSTANT}
 * @param etagCovers what an unchanged first page says; default {@link EtagCovers#PAGE}
 * @param rateLimit how often it is asked at most; empty: as often as it takes
 * @param maxPageMib the greatest answer that is read, unpacked, in MiB, 1 to 512; default 64
 * @param overlap how far before the watermark each extraction starts; default 2 s
 * @param timeout how long to wait for a connection or an answer; default 30 s
 * @param retry how often a page is asked for again when the service is busy or fails
 * @param breaker when the system is left alone after failures
 * @param alertAfter how long it may fail before a person is told; default 15 minutes
 */
public record HttpConnectorSettings(
        String source,
        Optional<Schedule> schedule,
        URI url,
        Optional<String> token,
        Optional<AuthSettings> auth,
        PagingSettings paging,
        Integer pageSize,
        String items,
        String sinceParameter,
        SinceFormat sinceFormat,
        EtagCovers etagCovers,
        Optional<Rate> rateLimit,
        Integer maxPageMib,
        Duration overlap,
        Duration timeout,
        RetrySettings retry,
        BreakerSettings breaker,
        Duration alertAfter,
        List<StreamSettings> streams)
        implements ConnectorSettings {

    public HttpConnectorSettings {
        schedule = Given.orEmpty(schedule);
        token = Given.orEmpty(token);
        auth = Given.orEmpty(auth);
        paging = Given.or(paging, new PagingSettings.Numbered(null, null, null, null));
        pageSize = Given.or(pageSize, 500);
        items = Given.or(items, "/items");
        sinceParameter = Given.or(sinceParameter, "updated_since");
        sinceFormat = Given.or(sinceFormat, SinceFormat.INSTANT);
        etagCovers = Given.or(etagCovers, EtagCovers.PAGE);
        rateLimit = Given.orEmpty(rateLimit);
        maxPageMib = Given.or(maxPageMib, 64);
        overlap = Given.or(overlap, Duration.ofSeconds(2));
        timeout = Given.or(timeout, Duration.ofSeconds(30));
        retry = Given.or(retry, RetrySettings.DEFAULT);
        breaker = Given.or(breaker, BreakerSettings.DEFAULT);
        alertAfter = Given.or(alertAfter, ALERT_AFTER);
        streams = Given.list(streams);
    }

    /** The greatest answer that is read, in bytes. */
    public int greatestBody() {
        return maxPageMib << 20;
    }

    /** Address and streams: what is beside them is partly secret. */
    @Override
    public String toString() {
        return "HttpConnectorSettings[" + url + ", " + streams + "]";
    }
}
