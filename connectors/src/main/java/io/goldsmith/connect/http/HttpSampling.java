package io.goldsmith.connect.http;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.mapping.JsonRow;
import io.goldsmith.connect.settings.HttpConnectorSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.spi.RetryPolicy;
import io.goldsmith.connect.spi.Sample;
import io.goldsmith.connect.spi.SampledColumn;
import io.goldsmith.connect.spi.SampledRow;
import io.goldsmith.connect.spi.Sampling;
import io.goldsmith.connect.spi.Waiting;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.camel.impl.DefaultCamelContext;

/** Looks at the first items of a resource: asks for a page as small as it needs, and for the next ones only if that is too few. */
public final class HttpSampling implements Sampling {

    private final DefaultCamelContext camel;
    private final Pages pages;
    private final HttpConnectorSettings settings;
    private final Waiting waiting;

    private HttpSampling(
            DefaultCamelContext camel,
            HttpService service,
            String name,
            HttpConnectorSettings settings,
            Waiting waiting) {
        this.waiting = waiting;
        this.camel = camel;
        this.settings = settings;
        this.pages = new Pages(
                name,
                service,
                settings,
                new RetryPolicy(settings.retry(), RandomGenerator.getDefault()),
                waiting,
                Clock.systemUTC());
    }

    /**
     * Opens the way to the service; nothing is asked yet.
     *
     * @throws ConnectException if the route cannot be started
     */
    public static HttpSampling open(String name, HttpConnectorSettings settings) {
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.disableJMX();
        Waiting waiting = new Waiting();
        try {
            HttpService service = HttpService.open(name, settings, camel, waiting, Clock.systemUTC());
            camel.start();
            return new HttpSampling(camel, service, name, settings, waiting);
        } catch (RuntimeException failure) {
            camel.stop();
            throw failure;
        } catch (Exception failure) {
            camel.stop();
            throw new ConnectException("Connector " + name + " cannot start its route", failure);
        }
    }

    @Override
    public Sample first(StreamSettings stream, Set<String> wanted, int most) {
        int size = Math.min(most, settings.pageSize());
        List<SampledRow> rows = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        PageWalk walk = pages.walk(stream.from(), size, Optional.empty());
        while (walk.hasNext() && rows.size() < most) {
            Page page = walk.next();
            for (int i = 0; i < page.items().size() && rows.size() < most; i++) {
                JsonRow row =
                        new JsonRow(page.origin(stream.from(), i), page.items().get(i));
                rows.add(new SampledRow.Readable(row));
                columns.addAll(row.columnNames());
            }
        }
        return new Sample(
                stream.from(), columns.stream().map(SampledColumn::named).toList(), rows);
    }

    @Override
    public void close() {
        waiting.close();
        camel.stop();
    }
}
