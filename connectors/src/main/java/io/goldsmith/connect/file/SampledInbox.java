package io.goldsmith.connect.file;

import io.goldsmith.connect.ConnectException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An inbox that is only looked at: no file is moved, renamed or locked. */
sealed interface SampledInbox extends AutoCloseable permits SampledInbox.Local, SampledRemoteInbox {

    /** Where files lie that were landed. */
    String DONE = "done";

    /**
     * The names of its files, in order.
     *
     * @param below a folder in it, empty for itself; none are in one that is not there
     */
    List<String> names(String below, FileNames wanted);

    /** A file here that holds what a file of the inbox does; it stays until the next one is asked for. */
    Path file(String below, String name);

    /** Where it is, for a person. */
    String place();

    @Override
    void close();

    /** An inbox of the hub's machine. */
    record Local(String connector, Path folder) implements SampledInbox {

        @Override
        public List<String> names(String below, FileNames wanted) {
            Path in = folder.resolve(below);
            if (!Files.isDirectory(in)) {
                return List.of();
            }
            List<String> names = new ArrayList<>();
            try (DirectoryStream<Path> all = Files.newDirectoryStream(in)) {
                for (Path file : all) {
                    String name = file.getFileName().toString();
                    if (wanted.holds(name) && Files.isRegularFile(file)) {
                        names.add(name);
                    }
                }
            } catch (IOException failure) {
                throw new ConnectException(
                        "Connector " + connector + " cannot look into " + in + "; check that the hub may read it",
                        failure);
            }
            Collections.sort(names);
            return names;
        }

        @Override
        public Path file(String below, String name) {
            return folder.resolve(below).resolve(name);
        }

        @Override
        public String place() {
            return folder.toString();
        }

        @Override
        public void close() {
            // Every file is closed when it was read.
        }
    }
}
