package io.goldsmith.connect.http;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.settings.HttpConnectorSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;

/** One HTTP service, reached through a Camel route with its token and its time-outs. Thread-safe. */
public final class HttpService {

    /** The greatest body that is read, in bytes. */
    public static final int GREATEST_BODY = 64 << 20;

    private final String connector;
    private final URI url;
    private final Optional<String> token;
    private final String route;
    private final ProducerTemplate camel;

    private HttpService(String connector, URI url, Optional<String> token, String route, ProducerTemplate camel) {
        this.connector = connector;
        this.url = url;
        this.token = token;
        this.route = route;
        this.camel = camel;
    }

    /**
     * Adds the service's route to Camel.
     *
     * @throws Exception if Camel refuses the route
     */
    public static HttpService open(String connector, HttpConnectorSettings settings, CamelContext context)
            throws Exception {
        String route = "http-" + connector;
        context.addRoutes(new HttpRoute(route, settings.url(), settings.timeout()));
        return new HttpService(
                connector, settings.url(), settings.token(), "direct:" + route, context.createProducerTemplate());
    }

    /** The service's address, without anything secret. */
    public String address() {
        return url.getScheme() + "://" + url.getAuthority() + url.getPath();
    }

    /**
     * Asks for a resource.
     *
     * @param query the query string, empty if none
     * @throws ConnectException if there is no answer: the message says what to check
     */
    public HttpAnswer get(String resource, String query) {
        return call("GET", resource, query, Map.of(), new byte[0]);
    }

    /**
     * Writes a resource as JSON.
     *
     * @param headers headers beside token and content type
     * @throws ConnectException if there is no answer; the service may have done it all the same
     */
    public HttpAnswer put(String resource, Map<String, String> headers, byte[] json) {
        return call("PUT", resource, "", headers, json);
    }

    private HttpAnswer call(String method, String resource, String query, Map<String, String> headers, byte[] body) {
        Exchange answered = camel.request(route, exchange -> {
            Message request = exchange.getMessage();
            request.setHeader(Exchange.HTTP_METHOD, method);
            request.setHeader(Exchange.HTTP_URI, address() + resource);
            if (!query.isEmpty()) {
                request.setHeader(Exchange.HTTP_QUERY, query);
            }
            token.ifPresent(value -> request.setHeader("Authorization", "Bearer " + value));
            headers.forEach(request::setHeader);
            if (body.length > 0) {
                request.setHeader(Exchange.CONTENT_TYPE, "application/json");
                request.setBody(body);
            }
        });
        if (answered.getException() != null) {
            throw new ConnectException(
                    "Connector " + connector + " gets no answer from " + address()
                            + "; check that the service runs there and that the address is right ("
                            + answered.getException().getClass().getSimpleName() + ")",
                    answered.getException());
        }
        return answer(answered.getMessage());
    }

    /** Reads an answer's head and body; called by the route, while the connection is open. */
    static void read(Exchange exchange) throws IOException {
        try (InputStream stream = exchange.getMessage().getBody(InputStream.class)) {
            byte[] body = stream == null ? new byte[0] : stream.readNBytes(GREATEST_BODY);
            exchange.getMessage().setBody(body);
        }
    }

    private static HttpAnswer answer(Message message) {
        byte[] body = message.getBody(byte[].class);
        return new HttpAnswer(
                message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class),
                header(message, "ETag"),
                header(message, "Date").flatMap(HttpService::time),
                header(message, "Retry-After").map(HttpService::seconds).orElse(Duration.ZERO),
                header(message, Exchange.CONTENT_TYPE).orElse(""),
                body == null ? new byte[0] : body);
    }

    private static Optional<String> header(Message message, String name) {
        return Optional.ofNullable(message.getHeader(name, String.class));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }

    private static Duration seconds(String text) {
        return text.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.ZERO;
    }
}
