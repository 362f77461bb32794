package io.goldsmith.connect.file;

import io.goldsmith.connect.ConnectException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder where files of a server lie while they are read; nothing stays there. */
final class Spool {

    /** One file is fetched at a time; a name of its own might be too long with something behind it. */
    private static final String PART = ".part";

    private final Path folder;

    private Spool(Path folder) {
        this.folder = folder;
    }

    /** Fills a file here. */
    @FunctionalInterface
    interface Source {

        /** @return whether the file is there as a whole */
        boolean fill(Path file);
    }

    /** Works with a file. */
    @FunctionalInterface
    interface Work {
        void on(Path file) throws IOException;
    }

    /** The spool in a folder, which is made if it is not there; what a killed hub left in it is deleted. */
    static Spool in(Path folder) {
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, Files::isRegularFile)) {
                for (Path file : left) {
                    Files.delete(file);
                }
            }
            return new Spool(folder);
        } catch (IOException failure) {
            throw new ConnectException(
                    "The folder " + folder + " cannot be made or cleared; check that the hub may write it", failure);
        }
    }

    /**
     * Fetches a file, works with it and deletes it. It bears its name only when it is whole.
     *
     * @return whether it was fetched as a whole; if not, there was no work
     */
    boolean with(String name, Source source, Work work) throws IOException {
        Path part = folder.resolve(PART);
        Path whole = folder.resolve(name);
        try {
            if (!source.fill(part)) {
                return false;
            }
            Files.move(part, whole);
            work.on(whole);
            return true;
        } finally {
            Files.deleteIfExists(part);
            Files.deleteIfExists(whole);
        }
    }
}
