package io.goldsmith.connect.plugin;

import io.goldsmith.connect.mapping.Row;
import io.goldsmith.connect.settings.PluginConnectorSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.spi.Sample;
import io.goldsmith.connect.spi.SampledColumn;
import io.goldsmith.connect.spi.SampledRow;
import io.goldsmith.connect.spi.Sampling;
import io.goldsmith.connect.spi.StreamQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at the first rows of a system behind a third party's kind: reads it from the beginning, and stops when it has enough. */
public final class PluginSampling implements Sampling {

    private final ConnectorKinds kinds;
    private final PluginSource source;

    private PluginSampling(ConnectorKinds kinds, PluginSource source) {
        this.kinds = kinds;
        this.source = source;
    }

    /**
     * Opens the way to the system; nothing is asked yet.
     *
     * @throws io.goldsmith.connect.ConnectException if there is no such kind, or a jar cannot be read
     */
    public static PluginSampling open(String connector, PluginConnectorSettings settings, Path hubFolder) {
        ConnectorKinds kinds = ConnectorKinds.of(hubFolder);
        try {
            return new PluginSampling(kinds, PluginSource.of(kinds, connector, settings, hubFolder));
        } catch (RuntimeException failure) {
            kinds.close();
            throw failure;
        }
    }

    @Override
    public Sample first(StreamSettings stream, Set<String> wanted, int most) {
        Rows rows = new Rows(most);
        source.read(new StreamQuery(stream.name(), stream.from(), wanted, Optional.empty()), rows);
        return new Sample(
                stream.from(), rows.columns.stream().map(SampledColumn::named).toList(), rows.taken);
    }

    @Override
    public void close() {
        source.close();
        kinds.close();
    }

    /** Keeps the first rows, and the columns that they have. */
    private static final class Rows extends HubSink {

        private final int most;
        private final List<SampledRow> taken = new ArrayList<>();
        private final Set<String> columns = new LinkedHashSet<>();

        Rows(int most) {
            this.most = most;
        }

        @Override
        boolean take(Row row) {
            columns.addAll(row.columnNames());
            taken.add(new SampledRow.Readable(row));
            return taken.size() < most;
        }

        @Override
        boolean takeUnreadable(String origin, String reason, String payload) {
            taken.add(new SampledRow.Unreadable(origin, reason, payload));
            return taken.size() < most;
        }

        @Override
        void arrive(String position) {
            // A look leaves no trace.
        }
    }
}
