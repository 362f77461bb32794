package io.goldsmith.app;

import io.goldsmith.app.rest.ControlToken;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code data/serving.json} in a hub's folder: says to commands that the hub is served, where, and with which token. Only its owner
 * may read it.
 */
public final class ServingFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final URI address;
    private final ControlToken token;

    private ServingFile(Path file, URI address, ControlToken token) {
        this.file = file;
        this.address = address;
        this.token = token;
    }

    /** Writes the file for this process, as a whole. */
    static ServingFile write(Path folder, String host, int port, ControlToken token) {
        URI address = URI.create("http://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port + "/");
        Path file = of(folder);
        Path unfinished = file.resolveSibling("serving.json.tmp");
        String content = JSON.writeValueAsString(Map.of(
                "address", address.toString(),
                "token", token.value(),
                "process", ProcessHandle.current().pid()));
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(unfinished);
            try (FileChannel channel = FileChannel.open(
                    unfinished, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
                channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new AppException(
                    "Cannot write " + file + ", which commands need to reach the running hub: " + failure.getMessage()
                            + ". Let this user write to the folder.",
                    failure);
        }
        return new ServingFile(file, address, token);
    }

    /** The running hub of a folder; empty if there is none, also if its process died and left the file behind. */
    public static Optional<ServingFile> find(Path folder) {
        Path file = of(folder);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode content = JSON.readTree(Files.readAllBytes(file));
            boolean alive = ProcessHandle.of(content.path("process").asLong(0))
                    .map(ProcessHandle::isAlive)
                    .orElse(false);
            return alive
                    ? Optional.of(new ServingFile(
                            file,
                            URI.create(content.path("address").asString("")),
                            new ControlToken(content.path("token").asString(""))))
                    : Optional.empty();
        } catch (IOException | JacksonException | IllegalArgumentException failure) {
            throw new AppException(
                    file
                            + " says that the hub is served, but cannot be read. Stop the hub if it runs, delete the file, and try again.",
                    failure);
        }
    }

    private static Path of(Path folder) {
        return folder.resolve("data").resolve("serving.json");
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    public URI address() {
        return address;
    }

    public ControlToken token() {
        return token;
    }

    /** Removes the file; nothing happens if it is gone. */
    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new AppException(
                    "Cannot delete " + file + ": " + failure.getMessage() + ". Delete it by hand.", failure);
        }
    }
}
