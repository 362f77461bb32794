package io.goldsmith.samples.ldap;

import io.goldsmith.connect.Connectors;
import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.model.HubConfiguration;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A hub in a process of its own, whose class path lacks the plugin: it has what lies in its folder. */
final class HubProcess {

    private HubProcess() {}

    /**
     * Extracts a connector once and prints the report.
     *
     * @param arguments the hub's folder and the connector's name
     */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        try (Hub hub = Hub.open(HubConfiguration.read(Path.of(arguments[0])), Clock.systemUTC());
                Connectors connectors = Connectors.open(hub, Clock.systemUTC())) {
            ExtractionReport report =
                    connectors.extract(arguments[1]).extractions().get(0);
            out.println("REPORT " + report.state() + " " + report.counts() + " " + report.message());
        }
    }

    /** What a hub of a folder reports of one extraction, without some places of this process's class path. */
    static String extract(Path hub, String connector, List<Path> without) throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(place -> !without.contains(Path.of(place)))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        HubProcess.class.getName(),
                        hub.toString(),
                        connector)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.lines()
                .filter(line -> line.startsWith("REPORT "))
                .findFirst()
                .orElse(output);
    }
}
