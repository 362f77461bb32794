package io.goldsmith.connect.plugin;

import io.goldsmith.connect.mapping.Row;
import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.spi.ExtractionRun;
import io.goldsmith.connect.spi.Positions;
import io.goldsmith.connect.spi.RecordReading;
import io.goldsmith.connect.spi.StreamLander;
import io.goldsmith.connect.spi.StreamQuery;
import io.goldsmith.mdm.source.Delivery;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** One stream of a connector: where its reading begins, and what becomes of its rows. */
final class PluginStream {

    private final String connector;
    private final StreamSettings settings;
    private final StreamMapping mapping;
    private final Positions positions;
    private final StreamLander lander = new StreamLander();

    PluginStream(String connector, String source, StreamSettings settings, Path hubFolder, Positions positions) {
        this.connector = connector;
        this.settings = settings;
        this.mapping = StreamMapping.of(source, settings, hubFolder);
        this.positions = positions;
    }

    String name() {
        return settings.name();
    }

    /** Lands what is new; all that there is, if the run is a full extract. */
    void land(PluginSource source, ExtractionRun run) {
        if (run.isFullExtract()) {
            lander.beginFullExtract();
        } else {
            lander.begin();
        }
        source.read(query(run.isFullExtract() ? Optional.empty() : positions.of(connector, name())), new Landing(run));
        lander.flush(run);
    }

    /** Hands over all that there is, without landing it. */
    void read(PluginSource source, Instant asOf, RecordReading reading) {
        source.read(query(Optional.empty()), new Reading(delivery -> reading.take(asOf, delivery)));
    }

    private StreamQuery query(Optional<String> position) {
        return new StreamQuery(name(), settings.from(), mapping.columns(), position);
    }

    /** Lands rows batch by batch; a position is remembered when all before it is landed. */
    private final class Landing extends HubSink {

        private final ExtractionRun run;

        Landing(ExtractionRun run) {
            this.run = run;
        }

        @Override
        boolean take(Row row) {
            add(mapping.map(row));
            return true;
        }

        @Override
        boolean takeUnreadable(String origin, String reason, String payload) {
            add(mapping.unreadable(origin, reason, payload));
            return true;
        }

        private void add(Delivery delivery) {
            if (lander.add(delivery)) {
                lander.flushBehind(run, newest -> {});
            }
        }

        @Override
        void arrive(String position) {
            lander.flush(run);
            positions.move(connector, name(), position);
        }
    }

    /** Hands rows over. */
    private final class Reading extends HubSink {

        private final Consumer<Delivery> consumer;

        Reading(Consumer<Delivery> consumer) {
            this.consumer = consumer;
        }

        @Override
        boolean take(Row row) {
            consumer.accept(mapping.map(row));
            return true;
        }

        @Override
        boolean takeUnreadable(String origin, String reason, String payload) {
            consumer.accept(mapping.unreadable(origin, reason, payload));
            return true;
        }

        @Override
        void arrive(String position) {
            // Who compares leaves the position where landing left it.
        }
    }
}
