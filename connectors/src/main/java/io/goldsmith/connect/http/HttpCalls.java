package io.goldsmith.connect.http;

import io.goldsmith.connect.ConnectException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;

/** Sends single requests through a Camel route, each once, and reads their answers as a whole. Thread-safe. */
final class HttpCalls {

    /** The headers of an answer that are looked at. */
    private static final List<String> HEADERS =
            List.of("ETag", "Last-Modified", "Date", "Retry-After", "Content-Type", "Location", "Link");

    /**
     * A request.
     *
     * @param contentType of the body; of none if it is empty
     */
    record Call(String method, PageRequest request, Map<String, String> headers, String contentType, byte[] body) {}

    private final String connector;
    private final String route;
    private final int greatestBody;
    private final ProducerTemplate camel;
    private final Clock clock;

    HttpCalls(String connector, String route, int greatestBody, ProducerTemplate camel, Clock clock) {
        this.connector = connector;
        this.route = route;
        this.greatestBody = greatestBody;
        this.camel = camel;
        this.clock = clock;
    }

    /** @throws ConnectException if there is no answer, or one that is too long; the service may have done what it was asked */
    HttpAnswer send(Call call) {
        Exchange answered = camel.request(route, exchange -> {
            Message request = exchange.getMessage();
            request.setHeader(Exchange.HTTP_METHOD, call.method());
            request.setHeader(Exchange.HTTP_URI, call.request().address());
            if (!call.request().query().isEmpty()) {
                request.setHeader(Exchange.HTTP_QUERY, call.request().query());
            }
            call.headers().forEach(request::setHeader);
            if (call.body().length > 0) {
                request.setHeader(Exchange.CONTENT_TYPE, call.contentType());
                request.setBody(call.body());
            }
        });
        if (answered.getException() != null) {
            throw failure(call.request(), answered.getException());
        }
        return answer(answered.getMessage());
    }

    private ConnectException failure(PageRequest request, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TooLongException) {
                return new ConnectException("Connector " + connector + ": the answer of " + request.address()
                        + " must have at most " + (greatestBody >> 20)
                        + " MiB, but has more; ask for smaller pages (page-size), or raise max-page-mib");
            }
        }
        return new ConnectException(
                "Connector " + connector + " gets no answer from " + request.address()
                        + "; check that the service runs there and that the address is right ("
                        + failure.getClass().getSimpleName() + ")",
                failure);
    }

    private HttpAnswer answer(Message message) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : HEADERS) {
            Object value = message.getHeader(name);
            if (value != null) {
                headers.put(name.toLowerCase(Locale.ROOT), texts(value));
            }
        }
        byte[] body = message.getBody(byte[].class);
        return new HttpAnswer(
                message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class),
                headers,
                clock.instant(),
                body == null ? new byte[0] : body);
    }

    /** Camel hands over a list where a header came several times. */
    private static List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Collection<?> several) {
            several.forEach(one -> texts.add(String.valueOf(one)));
        } else {
            texts.add(String.valueOf(value));
        }
        return texts;
    }
}
