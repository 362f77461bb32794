package io.goldsmith.connect.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpClientConfigurer;

/** Sends one request to a service and reads the answer; what the answer means is decided elsewhere. */
final class HttpRoute extends RouteBuilder {

    private final String id;
    private final URI url;
    private final Duration timeout;
    private final int greatestBody;

    /** @param greatestBody the longest answer that is read, in bytes, unpacked */
    HttpRoute(String id, URI url, Duration timeout, int greatestBody) {
        this.id = id;
        this.url = url;
        this.timeout = timeout;
        this.greatestBody = greatestBody;
    }

    @Override
    public void configure() {
        // The client's own silent retries would go round the retry policy, for writes too.
        HttpClientConfigurer client = builder ->
                builder.disableAutomaticRetries().addExecInterceptorFirst("bounded", BoundedEntity.of(greatestBody));
        getContext().getRegistry().bind("client-" + id, client);
        long millis = Math.max(1, timeout.toMillis());
        String service = url.getScheme() + "://" + url.getAuthority() + url.getPath()
                + "?throwExceptionOnFailure=false&disableStreamCache=true&followRedirects=false&httpClientConfigurer=#client-"
                + id
                + "&connectTimeout=" + Math.min(millis, 5_000) + "&connectionRequestTimeout=" + millis
                + "&responseTimeout=" + millis + "&soTimeout=" + millis;
        errorHandler(noErrorHandler());
        from("direct:" + id).routeId(id).to(service).process(this::read);
    }

    /** Reads the body while the connection is open. */
    private void read(Exchange exchange) throws IOException {
        try (InputStream stream = exchange.getMessage().getBody(InputStream.class)) {
            exchange.getMessage().setBody(stream == null ? new byte[0] : stream.readAllBytes());
        }
    }
}
