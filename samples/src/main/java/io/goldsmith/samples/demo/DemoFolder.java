package io.goldsmith.samples.demo;

import io.goldsmith.samples.SamplesException;
import io.goldsmith.samples.generate.CustomerFiles;
import io.goldsmith.samples.generate.CustomerGenerator;
import io.goldsmith.samples.landscape.Landscape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A demonstration's folder: {@code landscape/} with the three systems' data and the truth, {@code hub/} with the hub's configuration,
 * secrets and database. A folder of an earlier demonstration with as many records and the same seed goes on where it stopped.
 */
final class DemoFolder {

    private static final String MARKER = "demonstration";
    private static final String CONFIGURATION = "goldsmith.yaml";
    private static final List<String> OWN_SECRETS = List.of(
            "hub-database", "profile-key", "payload-key", "suppression-key", "steward-password", "viewer-password");

    private final Path root;
    private final long records;
    private final long seed;

    DemoFolder(Path root, long records, long seed) {
        this.root = root.toAbsolutePath().normalize();
        this.records = records;
        this.seed = seed;
    }

    Path landscape() {
        return root.resolve("landscape");
    }

    Path hub() {
        return root.resolve("hub");
    }

    Path truth() {
        return landscape().resolve(CustomerFiles.TRUTH);
    }

    /** Whether an earlier demonstration left its landscape here. */
    boolean isFilled() {
        return Files.exists(root.resolve(MARKER));
    }

    /** Generates the customers, unless they are there. */
    void fill() {
        String description = "records=" + records + " seed=" + seed;
        try {
            if (isFilled()) {
                requireSame(Files.readString(root.resolve(MARKER)).trim(), description);
                return;
            }
            new CustomerFiles(landscape()).write(new CustomerGenerator(records, seed));
            Files.writeString(root.resolve(MARKER), description);
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private void requireSame(String found, String expected) {
        if (!found.equals(expected)) {
            throw new IllegalArgumentException("The folder " + root + " holds a demonstration with " + found + ", but "
                    + expected + " was asked for: choose another --dir, or the same numbers.");
        }
    }

    /** Writes the hub's configuration, its own secrets if they are not there yet, and where the landscape is reached now. */
    void configure(Landscape landscape) {
        try {
            Path secrets = hub().resolve("secrets");
            Files.createDirectories(secrets);
            try (InputStream configuration = DemoFolder.class.getResourceAsStream(CONFIGURATION)) {
                Files.write(hub().resolve(CONFIGURATION), configuration.readAllBytes());
            }
            for (String name : OWN_SECRETS) {
                if (!Files.exists(secrets.resolve(name))) {
                    writeSecret(secrets.resolve(name), random());
                }
            }
            Map<String, String> reached = Map.of(
                    "crm-url", landscape.crm().jdbcUrl(),
                    "crm-user", landscape.crm().user(),
                    "crm-password", landscape.crm().password(),
                    "accounting-url", landscape.accounting().baseUri().toString(),
                    "accounting-token", landscape.accounting().token());
            for (Map.Entry<String, String> secret : reached.entrySet()) {
                writeSecret(secrets.resolve(secret.getKey()), secret.getValue());
            }
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private static void writeSecret(Path file, String value) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(file, value);
    }

    private static String random() {
        byte[] bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The password of the demonstration's steward. */
    String stewardPassword() {
        try {
            return Files.readString(hub().resolve("secrets/steward-password")).trim();
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /** Deletes what an earlier demonstration left. */
    void clear() {
        if (!isFilled()) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private SamplesException cannotWrite(IOException cause) {
        return new SamplesException(
                "The demonstration's folder " + root + " cannot be read or written ("
                        + cause.getClass().getSimpleName()
                        + "): check its permissions and the room on its disk, or choose another --dir.",
                cause);
    }
}
