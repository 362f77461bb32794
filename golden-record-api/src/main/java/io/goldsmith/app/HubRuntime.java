package io.goldsmith.app;

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

    private HubRuntime(Hub hub) {
        this.hub = hub;
    }

    /**
     * Reads the configuration of a hub's folder and opens the hub.
     *
     * @param folder the folder with {@code goldsmith.yaml}
     * @throws io.goldsmith.matching.settings.SettingsException if the configuration has mistakes: all of them
     * @throws io.goldsmith.mdm.MdmException if the database cannot be opened, for example since another process has it
     */
    public static HubRuntime open(Path folder, Clock clock) {
        return open(HubConfiguration.read(folder), clock);
    }

    /** Opens the hub of a configuration that has been read. */
    public static HubRuntime open(HubConfiguration configuration, Clock clock) {
        return new HubRuntime(Hub.open(configuration, clock));
    }

    public Hub hub() {
        return hub;
    }

    public HubConfiguration configuration() {
        return hub.configuration();
    }

    public Clock clock() {
        return hub.clock();
    }

    @Override
    public void close() {
        hub.close();
    }
}
