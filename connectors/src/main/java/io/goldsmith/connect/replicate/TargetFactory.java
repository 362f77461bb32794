package io.goldsmith.connect.replicate;

import io.goldsmith.connect.http.HttpService;
import io.goldsmith.connect.jdbc.JdbcTable;
import io.goldsmith.connect.mapping.RecordMapping;
import io.goldsmith.connect.settings.ConnectorSettings;
import io.goldsmith.connect.settings.FileConnectorSettings;
import io.goldsmith.connect.settings.FileTargetSettings;
import io.goldsmith.connect.settings.HttpConnectorSettings;
import io.goldsmith.connect.settings.HttpTargetSettings;
import io.goldsmith.connect.settings.JdbcConnectorSettings;
import io.goldsmith.connect.settings.JdbcTargetSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.settings.TargetSettings;
import io.goldsmith.mdm.Hub;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;

/** Makes targets of settings that were checked, and keeps what has to be closed with them. */
final class TargetFactory {

    private final Hub hub;
    private final Map<String, HttpService> services;
    private final CamelContext context;
    private final List<JdbcTable> tables = new ArrayList<>();

    /** @param services the HTTP services by connector */
    TargetFactory(Hub hub, Map<String, HttpService> services, CamelContext context) {
        this.hub = hub;
        this.services = services;
        this.context = context;
    }

    /**
     * How the records of a target are read.
     *
     * @param connector the name of the connector that reads the target's system
     * @param stream the stream with its records
     */
    record Reading(String connector, ConnectorSettings settings, StreamSettings stream, RecordMapping mapping) {}

    /** The tables that targets write so far. */
    List<JdbcTable> tables() {
        return tables;
    }

    /** @throws Exception if Camel refuses a route */
    Target target(String name, TargetSettings settings, Reading reading, GoldenState state) throws Exception {
        ConflictCheck conflicts = new ConflictCheck(settings.onConflict(), state);
        if (settings instanceof FileTargetSettings file) {
            return fileTarget(name, file, (FileConnectorSettings) reading.settings(), reading.mapping());
        }
        if (settings instanceof HttpTargetSettings) {
            HttpConnectorSettings http = (HttpConnectorSettings) reading.settings();
            HttpService service = services.get(reading.connector());
            String resource = reading.stream().from();
            return new HttpTarget(
                    service,
                    resource,
                    http.timeout(),
                    reading.mapping(),
                    conflicts,
                    new HttpCreation(service, resource, http.items(), reading.mapping(), settings.create()),
                    new HttpRePointing(service, settings.onMerge().call()),
                    ((HttpTargetSettings) settings).parallel());
        }
        return jdbcTarget(name, (JdbcTargetSettings) settings, reading, conflicts);
    }

    private Target fileTarget(
            String name, FileTargetSettings settings, FileConnectorSettings reading, RecordMapping mapping)
            throws Exception {
        char separator = reading.separator().charAt(0);
        Acknowledgements acknowledgements = new Acknowledgements(new Acknowledgements.Format(
                settings.messageColumn(),
                settings.statusColumn(),
                settings.reasonColumn(),
                settings.accepted(),
                reading.charset(),
                separator));
        Path folder = hub.configuration().folder().resolve(settings.folder()).normalize();
        Path answers = hub.configuration()
                .folder()
                .resolve(settings.acknowledgements())
                .normalize();
        context.addRoutes(new FileTargetRoutes(name, folder, answers, settings.prefix(), acknowledgements));
        FileTarget.Format format = new FileTarget.Format(
                folder,
                settings.prefix(),
                settings.messageColumn(),
                mapping.keyColumn(),
                settings.create().ourKey(),
                reading.charset(),
                separator);
        return new FileTarget(name, format, acknowledgements, context.createProducerTemplate());
    }

    private Target jdbcTarget(String name, JdbcTargetSettings settings, Reading reading, ConflictCheck conflicts) {
        Set<String> newRowsOnly = new LinkedHashSet<>(settings.create().with().keySet());
        settings.create().ourKey().ifPresent(newRowsOnly::add);
        JdbcTable table = new JdbcTable(
                new JdbcTable.Access(
                        name,
                        ((JdbcConnectorSettings) reading.settings()).url(),
                        settings.user(),
                        settings.password(),
                        settings.timeout()),
                reading.stream().from(),
                reading.mapping(),
                settings.set(),
                settings.deliveriesTable(),
                newRowsOnly,
                settings.marks(),
                hub.clock());
        tables.add(table);
        JdbcCreation creation = new JdbcCreation(
                table,
                reading.mapping(),
                settings.create(),
                settings.deliveriesTable().isPresent());
        return new JdbcTarget(
                table,
                reading.mapping(),
                conflicts,
                creation,
                settings.onMerge().statements(),
                settings.timeout());
    }
}
