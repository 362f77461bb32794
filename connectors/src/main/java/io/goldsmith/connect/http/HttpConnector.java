package io.goldsmith.connect.http;

import io.goldsmith.connect.mapping.JsonRow;
import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.connect.settings.EtagCovers;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

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

    /** What the service told of what was landed last, by stream; forgotten when the hub stops, and then everything is read. */
    private final Map<String, Validators> validators = new ConcurrentHashMap<>();

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
                name,
                service,
                settings,
                new RetryPolicy(settings.retry(), RandomGenerator.getDefault()),
                waiting,
                clock);
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
     * while the pages are read is read next time. Where the service says that nothing has changed, the watermark stays.
     */
    private void extract(Stream stream, ExtractionRun run) {
        Optional<Instant> since = watermarks.of(name, stream.name()).map(mark -> mark.minus(settings.overlap()));
        Instant begun = clock.instant();
        PageWalk walk = pages.walk(stream.resource(), since);
        Optional<Page> first = walk.nextUnless(conditions(stream, walk.first()));
        if (first.isEmpty()) {
            return;
        }
        stream.lander().begin();
        land(stream, first.get(), run);
        while (walk.hasNext()) {
            land(stream, walk.next(), run);
        }
        stream.lander().flush(run);
        watermarks.move(name, stream.name(), first.get().date().orElse(begun));
        landed(stream, first.get());
    }

    /** Under what the first page is not wanted; none if that would say nothing of the others. */
    private Map<String, String> conditions(Stream stream, PageRequest request) {
        Validators known = validators.get(stream.name());
        boolean tells = known != null
                && (settings.etagCovers() == EtagCovers.RESOURCE
                        || known.request().equals(request));
        return tells ? known.conditions() : Map.of();
    }

    /** What was landed as a whole need not be read again as long as it is the same. */
    private void landed(Stream stream, Page first) {
        if (first.isLast() || settings.etagCovers() == EtagCovers.RESOURCE) {
            validators.put(stream.name(), first.validators());
        } else {
            validators.remove(stream.name());
        }
    }

    /** Pages shift while others add and remove records: one that is not among them may be there all the same, so ask for it. */
    @Override
    public boolean read(String stream, RecordReading reading) {
        Stream wanted = streams.stream()
                .filter(one -> one.name().equals(stream))
                .findFirst()
                .orElseThrow();
        PageWalk walk = pages.walk(wanted.resource(), Optional.empty());
        while (walk.hasNext()) {
            Instant asked = clock.instant();
            Page page = walk.next();
            for (int i = 0; i < page.items().size(); i++) {
                reading.take(asked, delivery(wanted, page, i));
            }
        }
        return true;
    }

    private static Delivery delivery(Stream stream, Page page, int item) {
        return stream.mapping()
                .map(new JsonRow(
                        page.origin(stream.resource(), item), page.items().get(item)));
    }

    private static void land(Stream stream, Page page, ExtractionRun run) {
        for (int i = 0; i < page.items().size(); i++) {
            if (stream.lander().add(delivery(stream, page, i))) {
                stream.lander().flushBehind(run, newest -> {});
            }
        }
    }
}
