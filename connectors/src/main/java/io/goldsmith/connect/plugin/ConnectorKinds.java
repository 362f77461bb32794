package io.goldsmith.connect.plugin;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.spi.ConnectorKind;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kinds of connectors of a hub that do not come with it: those on the class path, and those in its folder {@code plugins/}. There a jar stands by itself, and a folder of
 * jars, such as a kind with its libraries, together: each has a class loader of its own, so that two plugins may need two versions of one library.
 */
public final class ConnectorKinds implements AutoCloseable {

    /** The folder of a hub with the jars of third parties. */
    public static final String FOLDER = "plugins";

    private static final Logger LOG = LoggerFactory.getLogger(ConnectorKinds.class);

    private static final String SERVICE = ConnectorKind.class.getName();

    private final Map<String, InstalledKind> kinds = new TreeMap<>();
    private final List<URLClassLoader> loaders = new ArrayList<>();

    private ConnectorKinds() {}

    /**
     * Finds the kinds of a hub.
     *
     * @param hubFolder the hub's folder; it may be without plugins
     * @throws ConnectException if a jar cannot be read, names a class that cannot be loaded, or has a kind of the name of another
     */
    public static ConnectorKinds of(Path hubFolder) {
        ConnectorKinds found = new ConnectorKinds();
        try {
            found.load("the class path", ConnectorKind.class.getClassLoader());
            Path plugins = hubFolder.resolve(FOLDER);
            if (Files.isDirectory(plugins)) {
                for (Path entry : sorted(plugins, "*")) {
                    found.plugin(entry);
                }
            }
            return found;
        } catch (IOException failure) {
            found.close();
            throw new ConnectException(
                    "The folder " + FOLDER + " of the hub cannot be read; check that the hub may read it and the jars"
                            + " in it",
                    failure);
        } catch (RuntimeException failure) {
            found.close();
            throw failure;
        }
    }

    private static List<Path> sorted(Path folder, String glob) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
            stream.forEach(entries::add);
        }
        entries.sort(null);
        return entries;
    }

    private void plugin(Path entry) throws IOException {
        boolean isFolder = Files.isDirectory(entry);
        List<Path> jars = isFolder ? sorted(entry, "*.jar") : List.of(entry);
        if (jars.isEmpty() || !isFolder && !entry.getFileName().toString().endsWith(".jar")) {
            return;
        }
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            check(jar);
            urls.add(url(jar));
        }
        URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), ConnectorKind.class.getClassLoader());
        loaders.add(loader);
        load(FOLDER + "/" + entry.getFileName(), loader);
    }

    /** A class loader passes over what it cannot open; a connector would then seem never to have been there. */
    private static void check(Path jar) {
        try (JarFile opened = new JarFile(jar.toFile())) {
            LOG.debug("{} has {} entries", jar.getFileName(), opened.size());
        } catch (IOException unreadable) {
            throw new ConnectException(
                    "The plugin " + jar.getFileName() + " in the folder " + FOLDER
                            + " of the hub must be a jar that the hub may read, but cannot be opened; copy it there"
                            + " anew",
                    unreadable);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("A file has an address", impossible);
        }
    }

    /** A loader asks its parent first: what the class path has is not the plugin's. */
    private void load(String place, ClassLoader loader) {
        int before = kinds.size();
        try {
            for (ConnectorKind kind : ServiceLoader.load(ConnectorKind.class, loader)) {
                if (kind.getClass().getClassLoader() == loader) {
                    add(new InstalledKind(kind, place, loader));
                }
            }
        } catch (ServiceConfigurationError | LinkageError broken) {
            throw new ConnectException(
                    "The connector in " + place + " cannot be loaded (" + reason(broken)
                            + "); check that it is built for this version of the hub and lies there with its"
                            + " libraries, in a folder of its own if these are jars beside it",
                    broken);
        }
        if (kinds.size() == before && loader != ConnectorKind.class.getClassLoader()) {
            LOG.warn("{} has no kind of connector: no META-INF/services/{} in it names one", place, SERVICE);
        }
    }

    private static String reason(Throwable broken) {
        Throwable told = broken.getCause() == null ? broken : broken.getCause();
        return told.getClass().getSimpleName() + ": " + told.getMessage();
    }

    private void add(InstalledKind installed) {
        InstalledKind other = kinds.putIfAbsent(installed.kind().name(), installed);
        if (other != null) {
            throw new ConnectException("A kind of connector must be there once, but "
                    + installed.kind().name() + " is in " + other.place() + " and in " + installed.place()
                    + "; take one away");
        }
    }

    /** The kind of a name. */
    public Optional<InstalledKind> find(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /** All kinds, by name. */
    public Collection<InstalledKind> all() {
        return List.copyOf(kinds.values());
    }

    @Override
    public void close() {
        for (URLClassLoader loader : loaders) {
            try {
                loader.close();
            } catch (IOException failure) {
                // Its jar stays open until the process ends; nothing is lost.
                continue;
            }
        }
    }
}
