package io.goldsmith.connect.http;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.settings.HttpConnectorSettings;
import io.goldsmith.connect.spi.Waiting;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;

/** One HTTP service, reached through a Camel route with its credentials, its rate limit and its time-outs. Thread-safe. */
public final class HttpService {

    private static final int MOST_REDIRECTS = 5;

    private final String connector;
    private final URI url;
    private final HttpCalls calls;
    private final Credentials credentials;
    private final RequestRate rate;

    private HttpService(String connector, URI url, HttpCalls calls, Credentials credentials, RequestRate rate) {
        this.connector = connector;
        this.url = url;
        this.calls = calls;
        this.credentials = credentials;
        this.rate = rate;
    }

    /**
     * Adds the service's route to Camel.
     *
     * @throws Exception if Camel refuses the route
     */
    public static HttpService open(
            String connector, HttpConnectorSettings settings, CamelContext context, Waiting waiting, Clock clock)
            throws Exception {
        String route = "http-" + connector;
        context.addRoutes(new HttpRoute(route, settings.url(), settings.timeout(), settings.greatestBody()));
        HttpCalls calls = new HttpCalls(
                connector, "direct:" + route, settings.greatestBody(), context.createProducerTemplate(), clock);
        return new HttpService(
                connector,
                settings.url(),
                calls,
                Credentials.of(connector, settings, calls, clock),
                new RequestRate(connector, settings.rateLimit(), waiting));
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
        return get(new PageRequest(address() + resource, query), Map.of());
    }

    /**
     * Asks for a page. A service may send it on to another of its own addresses, never to another's.
     *
     * @param headers headers beside the credentials
     */
    HttpAnswer get(PageRequest request, Map<String, String> headers) {
        PageRequest asked = own(request);
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            HttpAnswer answer = call("GET", asked, headers, new byte[0]);
            Optional<String> location = answer.header("Location");
            if (answer.status() < 300 || answer.status() == 304 || answer.status() >= 400 || location.isEmpty()) {
                return answer;
            }
            asked = own(PageRequest.of(asked.resolve(location.get()).orElseThrow(this::elsewhere)));
        }
        throw new ConnectException("Connector " + connector + ": " + request.address() + " is redirected more than "
                + MOST_REDIRECTS + " times; check the connector's address");
    }

    private PageRequest own(PageRequest request) {
        if (!request.origin().equals(Origin.of(url))) {
            throw elsewhere();
        }
        return request;
    }

    private ConnectException elsewhere() {
        return new ConnectException("Connector " + connector + ": the service at " + Origin.of(url)
                + " must name addresses of its own, but names one elsewhere, where its credentials must not go; check the"
                + " connector's url");
    }

    /**
     * Writes a resource as JSON.
     *
     * @param headers headers beside credentials and content type
     * @throws ConnectException if there is no answer; the service may have done it all the same
     */
    public HttpAnswer put(String resource, Map<String, String> headers, byte[] json) {
        return call("PUT", new PageRequest(address() + resource, ""), headers, json);
    }

    /**
     * Creates a resource under another, as JSON.
     *
     * @param headers headers beside credentials and content type
     * @throws ConnectException if there is no answer; the service may have done it all the same, unless the cause is a
     *     {@link java.net.ConnectException}
     */
    public HttpAnswer post(String resource, Map<String, String> headers, byte[] json) {
        return call("POST", new PageRequest(address() + resource, ""), headers, json);
    }

    /**
     * Deletes a resource.
     *
     * @param headers headers beside the credentials
     * @throws ConnectException if there is no answer; the service may have done it all the same
     */
    public HttpAnswer delete(String resource, Map<String, String> headers) {
        return call("DELETE", new PageRequest(address() + resource, ""), headers, new byte[0]);
    }

    /** Sends a request; again, once, if what showed who asks was refused and can be renewed. */
    private HttpAnswer call(String method, PageRequest request, Map<String, String> headers, byte[] body) {
        Map<String, String> shown = credentials.headers();
        HttpAnswer answer = send(method, request, headers, shown, body);
        return answer.status() == 401 && credentials.renew(shown)
                ? send(method, request, headers, credentials.headers(), body)
                : answer;
    }

    private HttpAnswer send(
            String method, PageRequest request, Map<String, String> headers, Map<String, String> shown, byte[] body) {
        rate.pass();
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(shown);
        return calls.send(new HttpCalls.Call(method, request, all, "application/json", body));
    }
}
