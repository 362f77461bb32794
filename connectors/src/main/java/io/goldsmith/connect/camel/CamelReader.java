package io.goldsmith.connect.camel;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.message.Message;
import io.goldsmith.connect.message.MessageReader;
import io.goldsmith.connect.settings.CamelConnectorSettings;
import io.goldsmith.connect.settings.CamelEndpointSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.spi.ExtractionRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.PollingConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Polls the endpoints of a connector. An exchange is completed when all of its messages are landed, and fails if they are not. */
public final class CamelReader implements MessageReader {

    private static final Logger LOG = LoggerFactory.getLogger(CamelReader.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One endpoint that is polled. */
    private record Place(String stream, String name, CamelEndpointSettings settings, Source source) {}

    /** An exchange that is being read. */
    private record Open(Place place, Origin origin, Exchange exchange, Body body) {}

    private final String connector;
    private final ConsumerTemplate completing;
    private final List<Place> places = new ArrayList<>();
    private final List<Open> read = new ArrayList<>();
    private Optional<Open> open = Optional.empty();
    private Optional<ConnectException> failing = Optional.empty();
    private boolean drained;

    private CamelReader(String connector, CamelContext context) {
        this.connector = connector;
        this.completing = context.createConsumerTemplate();
    }

    /**
     * Starts to poll.
     *
     * @param inlets where routes hand over, by stream
     * @throws ConnectException if an endpoint cannot be made or started: the message says what to check, without the URI
     */
    public static CamelReader open(
            String connector, CamelConnectorSettings settings, Map<String, RouteInlet> inlets, CamelContext context) {
        CamelReader reader = new CamelReader(connector, context);
        for (StreamSettings stream : settings.streams()) {
            if (inlets.containsKey(stream.name())) {
                reader.places.add(new Place(
                        stream.name(), stream.from(), CamelEndpointSettings.OF_ROUTES, inlets.get(stream.name())));
                continue;
            }
            CamelEndpointSettings endpoint = settings.endpoints().get(stream.from());
            try {
                PollingConsumer consumer = context.getEndpoint(endpoint.uri()).createPollingConsumer();
                consumer.start();
                reader.places.add(new Place(
                        stream.name(), stream.from(), endpoint, new EndpointSource(consumer, reader.completing)));
            } catch (Exception refused) {
                reader.close();
                // Camel's message quotes the URI, which may hold secrets.
                throw new ConnectException(
                        "Connector " + connector + " cannot read endpoint " + stream.from() + " (" + endpoint.scheme()
                                + "); check its URI and options in the component's manual, and that its system can be"
                                + " reached (" + refused.getClass().getSimpleName() + ")");
            }
        }
        return reader;
    }

    /**
     * Requires that every endpoint has its component on the class path.
     *
     * @throws ConnectException naming the first that has none
     */
    public static void requireComponents(String connector, CamelConnectorSettings settings, CamelContext context) {
        settings.endpoints().forEach((name, endpoint) -> {
            if (context.getComponent(endpoint.scheme(), true) == null) {
                throw new ConnectException("Connector " + connector + " has endpoint " + name + " of component "
                        + endpoint.scheme() + ", which is not on the class path; add its jar (camel-"
                        + endpoint.scheme() + " or what its manual names), or use another component");
            }
        });
    }

    @Override
    public void begin() {
        drained = false;
    }

    @Override
    public List<Message> next(Duration atMost) {
        List<Message> messages = new ArrayList<>();
        for (Place place : places) {
            take(place, messages, 0);
        }
        long each = Math.max(1, atMost.toMillis() / places.size());
        for (int i = 0; i < places.size() && messages.isEmpty(); i++) {
            take(places.get(i), messages, each);
        }
        // What was read before it is landed first.
        if (messages.isEmpty() && failing.isPresent()) {
            throw failing.get();
        }
        drained = messages.isEmpty();
        return messages;
    }

    /** Takes what an endpoint has, up to a batch in all; waits only for the first. */
    private void take(Place place, List<Message> messages, long millis) {
        boolean goesOn = open.isEmpty() || open.get().place == place;
        while (goesOn && failing.isEmpty() && messages.size() < ExtractionRun.BATCH) {
            if (open.isEmpty()) {
                Optional<Exchange> exchange = place.source.receive(messages.isEmpty() ? millis : 0);
                goesOn = exchange.isPresent();
                exchange.ifPresent(came -> open = Optional.of(opened(place, came)));
            } else {
                readOn(open.get(), messages);
            }
        }
    }

    private void readOn(Open current, List<Message> messages) {
        try {
            Optional<Message> message = current.body.next();
            if (message.isPresent()) {
                messages.add(message.get());
                return;
            }
            current.body.close();
        } catch (CharacterCodingException otherEncoding) {
            messages.add(new Message.Broken(
                    current.place.stream,
                    current.origin.place(),
                    "the text must be in " + current.place.settings.charset()
                            + ", but is not; nothing can be read from there on",
                    ""));
        } catch (IOException unreadable) {
            failing = Optional.of(unreadable(current.place, unreadable));
            return;
        }
        read.add(current);
        open = Optional.empty();
    }

    private Open opened(Place place, Exchange exchange) {
        Origin origin = Origin.of(place.stream, place.name, exchange);
        // Until it has been read, so that it fails if it cannot be.
        open = Optional.of(new Open(place, origin, exchange, Body.NONE));
        if (exchange.getException() != null) {
            throw unreadable(place, exchange.getException());
        }
        try {
            return new Open(place, origin, exchange, body(place, origin, exchange));
        } catch (IOException unreadable) {
            throw unreadable(place, unreadable);
        }
    }

    private static Body body(Place place, Origin origin, Exchange exchange) throws IOException {
        Object body = exchange.getMessage().getBody();
        if (body == null) {
            return new JsonBody(origin, Optional.empty());
        }
        if (body instanceof Map || body instanceof List) {
            return new JsonBody(origin, Optional.of(new ByteArrayInputStream(JSON.writeValueAsBytes(body))));
        }
        InputStream content = exchange.getMessage().getBody(InputStream.class);
        if (content == null) {
            throw new IOException("the body is no text");
        }
        return switch (place.settings.format()) {
            case JSON -> new JsonBody(origin, Optional.of(content));
            case JSON_LINES -> new LinesBody(origin, content, place.settings.charset());
            case CSV ->
                new CsvBody(
                        origin,
                        content,
                        place.settings.charset(),
                        place.settings.separator().charAt(0));
        };
    }

    private ConnectException unreadable(Place place, Exception failure) {
        return new ConnectException(
                "Connector " + connector + " cannot read what endpoint " + place.name + " gave it; check the endpoint's"
                        + " format, charset and separator, and its system ("
                        + failure.getClass().getSimpleName() + ")",
                failure);
    }

    @Override
    public void landed() {
        List<Open> done = List.copyOf(read);
        read.clear();
        done.forEach(each -> each.place.source.landed(each.exchange));
    }

    @Override
    public boolean isDrained() {
        return drained;
    }

    /** What was not landed fails, which the endpoint answers as it does: a file stays where it is. */
    @Override
    public void close() {
        open.ifPresent(current -> {
            try {
                current.body.close();
            } catch (IOException notClosed) {
                LOG.debug("a body was not closed well: {}", notClosed.getClass().getSimpleName());
            }
            read.add(current);
        });
        open = Optional.empty();
        for (Open each : read) {
            each.place.source.failed(
                    each.exchange, new ConnectException("Connector " + connector + " did not land what this holds"));
        }
        read.clear();
        places.forEach(place -> place.source.close());
        completing.stop();
    }
}
