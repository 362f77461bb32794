package io.goldsmith.connect;

import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.model.HubConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** A node in a process of its own, which can be killed: extracts a connector of a hub's folder and ends. */
public final class OtherNode {

    private OtherNode() {}

    /** @param arguments the hub's folder and the connector */
    public static void main(String[] arguments) {
        Clock clock = Clock.systemUTC();
        try (Hub hub = Hub.open(HubConfiguration.read(Path.of(arguments[0])), clock);
                Connectors connectors = Connectors.open(hub, clock)) {
            connectors.extract(arguments[1]);
        }
    }

    static Process start(Path folder, String connector) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        OtherNode.class.getName(),
                        folder.toString(),
                        connector)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("node.log").toFile())
                .start();
    }
}
