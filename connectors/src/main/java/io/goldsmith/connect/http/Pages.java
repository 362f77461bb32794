package io.goldsmith.connect.http;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.settings.HttpConnectorSettings;
import io.goldsmith.connect.spi.RetryPolicy;
import io.goldsmith.connect.spi.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a service for pages, and asks again where it is busy. */
final class Pages {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** However long a service wants to be left alone, it is asked again after this. */
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    private final String connector;
    private final HttpService service;
    private final HttpConnectorSettings settings;
    private final RetryPolicy retry;
    private final Waiting waiting;
    private final Clock clock;
    private volatile Instant notBefore = Instant.MIN;

    Pages(
            String connector,
            HttpService service,
            HttpConnectorSettings settings,
            RetryPolicy retry,
            Waiting waiting,
            Clock clock) {
        this.clock = clock;
        this.connector = connector;
        this.service = service;
        this.settings = settings;
        this.retry = retry;
        this.waiting = waiting;
    }

    /**
     * Begins to walk through a resource; nothing is asked yet.
     *
     * @param since only what changed since then
     */
    PageWalk walk(String resource, Optional<Instant> since) {
        return walk(resource, settings.pageSize(), since);
    }

    /** The same in pages of another size than the connector's. */
    PageWalk walk(String resource, int size, Optional<Instant> since) {
        PageRequest base = new Paging(settings.paging()).sized(PageRequest.of(service.address(), resource), size);
        PageRequest wanted = since.map(time -> base.with(
                        settings.sinceParameter(), settings.sinceFormat().text(time)))
                .orElse(base);
        return new PageWalk(
                this, new Paging(settings.paging()), settings.items(), wanted, service.address() + resource);
    }

    /**
     * Asks, again where the service is busy. A time that it wants to be left alone is kept: waited for if it is within twice the longest
     * delay; otherwise this run ends, and until then none asks.
     *
     * @param where the page, for a person
     * @throws ConnectException if the service does not give it; the message says what to check
     */
    HttpAnswer ask(String where, PageRequest request, Map<String, String> conditions) {
        if (clock.instant().isBefore(notBefore)) {
            throw misfit(
                    where,
                    "is not asked for before " + notBefore + ", since the service wants to be left alone until then");
        }
        for (int attempts = 1; ; attempts++) {
            HttpAnswer answer = service.get(request, conditions);
            if (answer.isDone() || answer.status() == 304 && !conditions.isEmpty()) {
                return answer;
            }
            Duration wanted = answer.retryAfter();
            Duration delay = retry.delayAfter(attempts, wanted);
            boolean isTooFar = delay.compareTo(wanted) < 0;
            if (answer.isRetriable() && isTooFar) {
                notBefore = answer.received().plus(wanted.compareTo(LONGEST_REST) < 0 ? wanted : LONGEST_REST);
            }
            boolean again = answer.isRetriable() && retry.mayTryAgain(attempts) && !isTooFar && waiting.pause(delay);
            if (!again) {
                throw refused(where, answer, attempts);
            }
        }
    }

    /** A page as JSON. */
    JsonNode json(String where, HttpAnswer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException notJson) {
            // The parser's message quotes the text: it stays out.
            throw misfit(
                    where,
                    "must be JSON, but is " + answer.body().length + " bytes of something else (" + typeOf(answer)
                            + "); check that the address is the service's and not a proxy's or a login page's");
        }
    }

    ConnectException misfit(String where, String what) {
        return new ConnectException("Connector " + connector + ": " + where + " " + what);
    }

    private static String typeOf(HttpAnswer answer) {
        return answer.contentType().isEmpty() ? "no content type" : answer.contentType();
    }

    private ConnectException refused(String where, HttpAnswer answer, int attempts) {
        String check = switch (answer.status()) {
            case 401, 403 -> "check the connector's token, or what stands under auth";
            case 404 -> "check the connector's address and the stream's resource";
            case 429 -> "ask less often (rate-limit, schedule)";
            default -> "check the service's own log";
        };
        String wait = answer.isRetriable() && answer.retryAfter().toSeconds() > 0
                ? " and asks to wait " + answer.retryAfter().toSeconds() + " s"
                : "";
        return misfit(
                where,
                "must be answered by 200, but is answered by " + answer.status() + wait + " after " + attempts
                        + " attempts; " + check);
    }
}
