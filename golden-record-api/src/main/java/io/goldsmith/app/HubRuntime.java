package io.goldsmith.app;

import io.goldsmith.connect.Connectors;
import io.goldsmith.connect.StageProgress;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.model.HubConfiguration;
import java.nio.file.Path;
import java.time.Clock;

/**
 * An open hub with everything around it, without a web server: what the commands work on, and what {@link ConsoleServer} serves.
 * Thread-safe. One process at a time can have a hub's folder open.
 */
public final class HubRuntime implements AutoCloseable {

    private final Hub hub;
    private final Connectors connectors;

    private HubRuntime(Hub hub, Connectors connectors) {
        this.hub = hub;
        this.connectors = connectors;
    }

    /**
     * Reads the configuration of a hub's folder and opens the hub with its connectors. Nothing runs by itself until
     * {@link Connectors#start()}.
     *
     * @param folder the folder with {@code goldsmith.yaml}
     * @throws io.goldsmith.matching.settings.SettingsException if the configuration has mistakes: all of them
     * @throws io.goldsmith.mdm.MdmException if the database cannot be opened, for example since another process has it
     */
    public static HubRuntime open(Path folder, Clock clock) {
        return open(HubConfiguration.read(folder), clock, StageProgress.NONE);
    }

    /** The same without publishing the rules of its configuration: to compare the outside systems with it. */
    public static HubRuntime openToLook(Path folder, Clock clock) {
        return around(Hub.openToTry(HubConfiguration.read(folder), clock), clock, StageProgress.NONE);
    }

    /** Opens the hub of a configuration that has been read, and tells how far long work is. */
    public static HubRuntime open(HubConfiguration configuration, Clock clock, StageProgress progress) {
        return around(Hub.open(configuration, clock), clock, progress);
    }

    private static HubRuntime around(Hub hub, Clock clock, StageProgress progress) {
        try {
            return new HubRuntime(hub, Connectors.open(hub, clock, progress));
        } catch (RuntimeException failure) {
            hub.close();
            throw failure;
        }
    }

    public Hub hub() {
        return hub;
    }

    public Connectors connectors() {
        return connectors;
    }

    public HubConfiguration configuration() {
        return hub.configuration();
    }

    public Clock clock() {
        return hub.clock();
    }

    @Override
    public void close() {
        try {
            connectors.close();
        } finally {
            hub.close();
        }
    }
}
