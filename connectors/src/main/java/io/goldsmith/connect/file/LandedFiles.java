package io.goldsmith.connect.file;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.settings.FileConnectorSettings;
import io.goldsmith.connect.spi.RecordReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files that were landed, read again: the newest first, by name as they are landed. Of full extracts only the newest is read. What
 * the system has now and did not put into a file yet does not show.
 */
final class LandedFiles {

    private final String connector;
    private final Path folder;
    private final FileConnectorSettings settings;

    /** @param folder where files lie after they were landed */
    LandedFiles(String connector, Path folder, FileConnectorSettings settings) {
        this.connector = connector;
        this.folder = folder;
        this.settings = settings;
    }

    /**
     * Hands their records over.
     *
     * @return whether that is all that the system has: only full extracts say so
     */
    boolean read(FileStream stream, RecordReading reading) {
        try {
            List<Path> files = newestFirst(stream);
            for (Path file : settings.fullExtract() ? files.subList(0, 1) : files) {
                Instant written = Files.getLastModifiedTime(file).toInstant();
                stream.read(file, settings.charset(), delivery -> reading.take(written, delivery));
            }
            return settings.fullExtract();
        } catch (IOException failure) {
            throw new ConnectException(
                    "Connector " + connector + " cannot read the landed files in " + folder + " ("
                            + failure.getClass().getSimpleName() + "); check that the hub may read them",
                    failure);
        }
    }

    private List<Path> newestFirst(FileStream stream) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw nothing(stream);
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(
                            file -> stream.names().holds(file.getFileName().toString()))
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .toList();
            if (found.isEmpty()) {
                throw nothing(stream);
            }
            return found;
        }
    }

    private ConnectException nothing(FileStream stream) {
        return new ConnectException("Connector " + connector + " has no landed file " + stream.glob() + " in " + folder
                + " to read; let the system deliver one and extract it first");
    }
}
