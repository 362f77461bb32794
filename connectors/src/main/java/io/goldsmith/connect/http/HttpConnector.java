package io.goldsmith.connect.http;

import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.connect.settings.HttpConnectorSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.spi.Connector;
import io.goldsmith.connect.spi.ExtractionRun;
import io.goldsmith.connect.spi.RecordReading;
import io.goldsmith.connect.spi.RetryPolicy;
import io.goldsmith.connect.spi.StreamLander;
import io.goldsmith.connect.spi.Waiting;
import io.goldsmith.connect.spi.Watermarks;
import io.goldsmith.mdm.source.Delivery;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Reads the resources of an HTTP service, page by page. */
public final class HttpConnector implements Connector {

    /** One resource. */
    private record Stream(String name, String resource, StreamMapping mapping, StreamLander lander) {

        static Stream of(HttpConnectorSettings connector, StreamSettings settings, Path hubFolder) {
            return new Stream(
                    settings.name(),
                    settings.from(),
                    StreamMapping.of(connector.source(), settings, hubFolder),
                    new StreamLander());
        }
    }

    private final String name;
    private final HttpConnectorSettings settings;
    private final List<Stream> streams;
    private final Pages pages;
    private final Watermarks watermarks;
    private final Clock clock;

    public HttpConnector(
            String name,
            HttpConnectorSettings settings,
            Path hubFolder,
            HttpService service,
            Watermarks watermarks,
            Waiting waiting,
            Clock clock) {
        this.name = name;
        this.settings = settings;
        this.streams = settings.streams().stream()
                .map(stream -> Stream.of(settings, stream, hubFolder))
                .toList();
        this.pages = new Pages(
                name, service, settings, new RetryPolicy(settings.retry(), RandomGenerator.getDefault()), waiting);
        this.watermarks = watermarks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void extract(ExtractionRun run) {
        streams.forEach(stream -> extract(stream, run));
    }

    /**
     * Pages come in the order of keys, so the watermark moves only after the last one, to the service's time at the first: what changes
     * while the pages are read is read next time.
     */
    private void extract(Stream stream, ExtractionRun run) {
        Optional<Instant> since = watermarks.of(name, stream.name()).map(mark -> mark.minus(settings.overlap()));
        Instant begun = clock.instant();
        Optional<Instant> mark = Optional.empty();
        int count = 1;
        stream.lander().begin();
        for (int number = 0; number < count; number++) {
            Pages.Page page = pages.page(stream.resource(), number, since);
            count = page.pages();
            if (mark.isEmpty()) {
                mark = Optional.of(page.date().orElse(begun));
            }
            land(stream, page.items(), number, run);
        }
        stream.lander().flush(run);
        mark.ifPresent(to -> watermarks.move(name, stream.name(), to));
    }

    /** Pages shift while others add and remove records: one that is not among them may be there all the same, so ask for it. */
    @Override
    public boolean read(String stream, RecordReading reading) {
        Stream wanted = streams.stream()
                .filter(one -> one.name().equals(stream))
                .findFirst()
                .orElseThrow();
        int count = 1;
        for (int number = 0; number < count; number++) {
            Instant asked = clock.instant();
            Pages.Page page = pages.page(wanted.resource(), number, Optional.empty());
            count = page.pages();
            for (int i = 0; i < page.items().size(); i++) {
                reading.take(asked, delivery(wanted, page.items(), number, i));
            }
        }
        return true;
    }

    private static Delivery delivery(Stream stream, JsonNode items, int page, int item) {
        String origin = stream.resource() + " page " + page + " item " + item;
        return stream.mapping().map(new JsonRow(origin, items.get(item)));
    }

    private static void land(Stream stream, JsonNode items, int page, ExtractionRun run) {
        for (int i = 0; i < items.size(); i++) {
            if (stream.lander().add(delivery(stream, items, page, i))) {
                stream.lander().flushBehind(run, newest -> {});
            }
        }
    }
}
