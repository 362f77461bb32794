package io.goldsmith.app.rest;

import io.goldsmith.connect.Connectors;
import io.goldsmith.connect.health.Meters;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.springframework.stereotype.Component;

/** The figures of the connectors, as Micrometer knows figures. */
@Component
class ConnectorMeters implements MeterBinder {

    private final Connectors connectors;

    /** Micrometer holds what it asks weakly. */
    private final List<DoubleSupplier> asked = new ArrayList<>();

    ConnectorMeters(Connectors connectors) {
        this.connectors = connectors;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        connectors.measure(new Meters() {
            @Override
            public void counter(String name, String description, Map<String, String> labels, DoubleSupplier value) {
                asked.add(value);
                FunctionCounter.builder(name, value, DoubleSupplier::getAsDouble)
                        .description(description)
                        .tags(tags(labels))
                        .register(registry);
            }

            @Override
            public void gauge(String name, String description, Map<String, String> labels, DoubleSupplier value) {
                asked.add(value);
                Gauge.builder(name, value, DoubleSupplier::getAsDouble)
                        .description(description)
                        .tags(tags(labels))
                        .register(registry);
            }
        });
    }

    private static Tags tags(Map<String, String> labels) {
        return Tags.of(labels.entrySet().stream()
                .map(label -> Tag.of(label.getKey(), label.getValue()))
                .toList());
    }
}
