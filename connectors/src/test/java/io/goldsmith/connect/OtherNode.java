package io.goldsmith.connect;

import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.model.HubConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A node in a process of its own, which can be killed: extracts a connector of a hub's folder and ends, or serves the hub until it is killed. */
public final class OtherNode {

    private OtherNode() {}

    /** @param arguments the hub's folder, and the connector to extract; without one it serves */
    public static void main(String[] arguments) throws InterruptedException {
        Clock clock = Clock.systemUTC();
        try (Hub hub = Hub.open(HubConfiguration.read(Path.of(arguments[0])), clock);
                Connectors connectors = Connectors.open(hub, clock)) {
            if (arguments.length > 1) {
                connectors.extract(arguments[1]);
            } else {
                connectors.start();
                new CountDownLatch(1).await();
            }
        }
    }

    static Process start(Path folder, String connector) throws IOException {
        return start(folder, List.of(folder.toString(), connector));
    }

    /** Starts one that serves the hub of a folder until it is killed. */
    public static Process serve(Path folder) throws IOException {
        return start(folder, List.of(folder.toString()));
    }

    private static Process start(Path folder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                OtherNode.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("node.log").toFile())
                .start();
    }
}
