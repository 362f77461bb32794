package io.goldsmith.app.console;

import java.util.List;

/**
 * The {@code console} section of {@code goldsmith.yaml}.
 *
 * @param port where the console listens, 0 to 65535 (0: any free port); 8080 by default
 * @param address the network address on which it listens; 127.0.0.1 by default, so that no other machine reaches it
 * @param users who may sign in; nobody by default
 */
public record ConsoleSettings(Integer port, String address, List<ConsoleUser> users) {

    private static final int DEFAULT_PORT = 8080;

    public ConsoleSettings {
        port = port == null ? DEFAULT_PORT : port;
        address = address == null ? "127.0.0.1" : address;
        users = users == null ? List.of() : List.copyOf(users);
    }

    /** The settings of a hub without the section. */
    public static ConsoleSettings defaults() {
        return new ConsoleSettings(DEFAULT_PORT, "127.0.0.1", List.of());
    }
}
