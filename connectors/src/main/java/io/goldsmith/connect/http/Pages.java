package io.goldsmith.connect.http;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.settings.HttpConnectorSettings;
import io.goldsmith.connect.spi.RetryPolicy;
import io.goldsmith.connect.spi.Waiting;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the pages of a resource, asking again where the service is busy. */
final class Pages {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * One page.
     *
     * @param items an array
     * @param pages how many there are
     * @param date the service's own time, if it says it
     */
    record Page(JsonNode items, int pages, Optional<Instant> date) {}

    private final String connector;
    private final HttpService service;
    private final HttpConnectorSettings settings;
    private final RetryPolicy retry;
    private final Waiting waiting;

    Pages(String connector, HttpService service, HttpConnectorSettings settings, RetryPolicy retry, Waiting waiting) {
        this.connector = connector;
        this.service = service;
        this.settings = settings;
        this.retry = retry;
        this.waiting = waiting;
    }

    /**
     * Reads a page.
     *
     * @param since only what changed since then
     * @throws ConnectException if the service does not give it; the message says what to check
     */
    Page page(String resource, int number, Optional<Instant> since) {
        return page(resource, number, settings.pageSize(), since);
    }

    /**
     * Reads a page of another size than the connector's.
     *
     * @param size items per page
     * @throws ConnectException if the service does not give it; the message says what to check
     */
    Page page(String resource, int number, int size, Optional<Instant> since) {
        String query = "page=" + number + "&size=" + size
                + since.map(instant -> "&updated_since=" + instant).orElse("");
        for (int attempts = 1; ; attempts++) {
            HttpAnswer answer = service.get(resource, query);
            if (answer.isDone()) {
                return page(where(resource, number), answer);
            }
            boolean again = answer.isRetriable()
                    && retry.mayTryAgain(attempts)
                    && waiting.pause(retry.delayAfter(attempts, answer.retryAfter()));
            if (!again) {
                throw refused(where(resource, number), answer, attempts);
            }
        }
    }

    private String where(String resource, int number) {
        return "page " + number + " of " + service.address() + resource;
    }

    private Page page(String where, HttpAnswer answer) {
        JsonNode root = json(where, answer);
        JsonNode items = root.at(settings.items());
        JsonNode pages = root.at(settings.pages());
        if (!items.isArray() || !pages.isIntegralNumber()) {
            throw new ConnectException("Connector " + connector + ": " + where + " must have an array at "
                    + settings.items() + " and a number of pages at " + settings.pages()
                    + ", but has not; check the keys items and pages of the connector");
        }
        return new Page(items, pages.asInt(), answer.date());
    }

    private JsonNode json(String where, HttpAnswer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException notJson) {
            // The parser's message quotes the text: it stays out.
            throw new ConnectException("Connector " + connector + ": " + where + " must be JSON, but is "
                    + answer.body().length + " bytes of something else (" + typeOf(answer)
                    + "); check that the address is the service's and not a proxy's or a login page's");
        }
    }

    private static String typeOf(HttpAnswer answer) {
        return answer.contentType().isEmpty() ? "no content type" : answer.contentType();
    }

    private ConnectException refused(String where, HttpAnswer answer, int attempts) {
        String check = switch (answer.status()) {
            case 401, 403 -> "check the connector's token";
            case 404 -> "check the connector's address and the stream's resource";
            default -> "check the service's own log";
        };
        return new ConnectException(
                "Connector " + connector + ": " + where + " must be answered by 200, but is answered by "
                        + answer.status() + " after " + attempts + " attempts; " + check);
    }
}
