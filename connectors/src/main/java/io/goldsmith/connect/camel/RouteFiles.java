package io.goldsmith.connect.camel;

import io.goldsmith.connect.ConnectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** The Camel routes that lie as YAML in the folder {@code routes} of a hub. */
public final class RouteFiles {

    private static final String FOLDER = "routes";
    private static final String ENDING = ".camel.yaml";
    private static final String INLETS = "direct://land/";

    private final Path folder;

    /** @param hubFolder the hub's folder */
    public RouteFiles(Path hubFolder) {
        this.folder = hubFolder.resolve(FOLDER);
    }

    /**
     * Loads the routes, file by file in the order of their names, and starts them.
     *
     * @param inlets the endpoints that routes may send to so that something is landed
     * @throws ConnectException naming the file, and the line where it is known, that is no route or cannot be started; or an inlet that there is
     *     not
     */
    public void load(CamelContext context, Set<String> inlets) {
        for (Path file : files()) {
            try {
                PluginHelper.getRoutesLoader(context)
                        .loadRoutes(ResourceHelper.resolveMandatoryResource(context, "file:" + file));
            } catch (Exception broken) {
                throw told(file, broken);
            }
        }
        Set<String> known = inlets.stream()
                .map(inlet -> inlet.replace("direct:", "direct://"))
                .collect(Collectors.toSet());
        Set<String> unknown = context.getEndpoints().stream()
                .map(endpoint -> endpoint.getEndpointUri())
                .filter(uri -> uri.startsWith(INLETS) && !known.contains(uri))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unknown.isEmpty()) {
            throw new ConnectException("A route in " + folder + " sends to " + String.join(", ", unknown)
                    + ", but there is no such stream; those with from: routes are "
                    + (inlets.isEmpty() ? "none" : String.join(", ", new TreeSet<>(inlets))));
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new ConnectException(
                    "The folder " + folder + " cannot be read; check that the hub may read it", unreadable);
        }
    }

    /** Camel's own words may quote URIs, and so secrets: they stay out, but for what is wrong with the YAML. */
    private static ConnectException told(Path file, Exception broken) {
        Optional<MarkedYamlEngineException> yaml = yaml(broken);
        if (yaml.isPresent()) {
            String line = yaml.get()
                    .getProblemMark()
                    .map(mark -> ":" + (mark.getLine() + 1))
                    .orElse("");
            return new ConnectException(
                    file + line + " must be Camel routes as YAML, but is not: "
                            + yaml.get().getProblem().lines().findFirst().orElse(""),
                    broken);
        }
        Throwable cause = broken;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return new ConnectException(
                file + " holds a route that cannot be started; check its endpoints and that their components are on the"
                        + " class path (" + cause.getClass().getSimpleName() + ")",
                broken);
    }

    private static Optional<MarkedYamlEngineException> yaml(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof MarkedYamlEngineException marked) {
                return Optional.of(marked);
            }
        }
        return Optional.empty();
    }
}
