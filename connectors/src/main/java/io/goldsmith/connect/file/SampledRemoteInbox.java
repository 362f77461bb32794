package io.goldsmith.connect.file;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.file.remote.RemoteFile;
import io.goldsmith.connect.file.remote.RemoteFolder;
import io.goldsmith.connect.settings.FileConnectorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An inbox on a server that is only looked at: files are fetched one by one to a folder that is gone at the end. */
final class SampledRemoteInbox implements SampledInbox {

    private final String connector;
    private final FileConnectorSettings settings;
    private final Path hubFolder;
    private final Map<String, RemoteFile> listed = new HashMap<>();
    private Optional<RemoteFolder> folder = Optional.empty();
    private Optional<Path> fetched = Optional.empty();

    SampledRemoteInbox(String connector, FileConnectorSettings settings, Path hubFolder) {
        this.connector = connector;
        this.settings = settings;
        this.hubFolder = hubFolder;
    }

    /** The connection, made when it is first needed: what cannot be reached is told of each stream. */
    private RemoteFolder folder() {
        if (folder.isEmpty()) {
            folder = Optional.of(RemoteFolder.open(connector, settings, hubFolder));
        }
        return folder.get();
    }

    @Override
    public List<String> names(String below, FileNames wanted) {
        List<RemoteFile> files = folder().list(below, wanted::holds);
        files.forEach(file -> listed.put(below + "/" + file.name(), file));
        return files.stream().map(RemoteFile::name).toList();
    }

    @Override
    public Path file(String below, String name) {
        RemoteFile file = listed.get(below + "/" + name);
        try {
            clear();
            Path to = Files.createTempDirectory("goldsmith-").resolve(name);
            fetched = Optional.of(to);
            if (!folder().download(below, file, to)) {
                throw new ConnectException("Connector " + connector + ": " + name + " on " + settings.inbox()
                        + " is being written; look again later");
            }
            return to;
        } catch (IOException | UncheckedIOException failure) {
            throw new ConnectException(
                    "Connector " + connector + " cannot keep " + name + " while it is read ("
                            + failure.getClass().getSimpleName() + "); check the space for temporary files",
                    failure);
        }
    }

    private void clear() throws IOException {
        if (fetched.isPresent()) {
            Files.deleteIfExists(fetched.get());
            Files.deleteIfExists(fetched.get().getParent());
            fetched = Optional.empty();
        }
    }

    @Override
    public String place() {
        return settings.inbox().text();
    }

    @Override
    public void close() {
        folder.ifPresent(RemoteFolder::close);
        try {
            clear();
        } catch (IOException failure) {
            throw new ConnectException("A temporary file of connector " + connector + " cannot be deleted", failure);
        }
    }
}
