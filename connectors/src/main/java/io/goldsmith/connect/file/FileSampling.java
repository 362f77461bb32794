package io.goldsmith.connect.file;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.settings.FileConnectorSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.spi.Sample;
import io.goldsmith.connect.spi.SampledColumn;
import io.goldsmith.connect.spi.SampledRow;
import io.goldsmith.connect.spi.Sampling;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks at the files that wait in an inbox, and where they hold too few rows, at those that were landed, the newest first. No file is
 * moved, renamed or locked.
 */
public final class FileSampling implements Sampling {

    private static final String DONE = "done";

    private final String name;
    private final FileConnectorSettings settings;
    private final Path inbox;

    /** @param hubFolder the hub's folder */
    public FileSampling(String name, FileConnectorSettings settings, Path hubFolder) {
        this.name = name;
        this.settings = settings;
        this.inbox = hubFolder.resolve(settings.inbox()).normalize();
    }

    @Override
    public Sample first(StreamSettings stream, Set<String> wanted, int most) {
        Pattern names = FileStream.pattern(stream.from());
        List<Path> waiting = files(inbox, names);
        List<Path> landed = files(inbox.resolve(DONE), names);
        if (waiting.isEmpty() && landed.isEmpty()) {
            throw new ConnectException("Connector " + name + " finds no file " + stream.from() + " in its inbox "
                    + inbox + " or in " + DONE + " below; check the folder and the stream's from");
        }
        Collections.reverse(landed);
        return read(waiting, landed, wanted, most);
    }

    /** In the order of their names; none if there is no such folder. */
    private List<Path> files(Path folder, Pattern names) {
        if (!Files.isDirectory(folder)) {
            return new ArrayList<>();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                if (names.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file)) {
                    files.add(file);
                }
            }
        } catch (IOException failure) {
            throw new ConnectException(
                    "Connector " + name + " cannot look into " + folder + "; check that the hub may read it", failure);
        }
        Collections.sort(files);
        return files;
    }

    private Sample read(List<Path> waiting, List<Path> landed, Set<String> wanted, int most) {
        List<SampledRow> rows = new ArrayList<>();
        List<String> places = new ArrayList<>();
        List<SampledColumn> columns = List.of();
        List<Path> files = new ArrayList<>(waiting);
        files.addAll(landed);
        for (Path file : files) {
            if (rows.size() < most) {
                FileHeader header = read(file, wanted, most, rows);
                columns = columns.isEmpty()
                        ? header.inOrder().stream().map(SampledColumn::named).toList()
                        : columns;
                places.add(file.getFileName() + (waiting.contains(file) ? "" : " (landed already)"));
            }
        }
        return new Sample(String.join(", ", places), columns, rows);
    }

    private FileHeader read(Path file, Set<String> wanted, int most, List<SampledRow> rows) {
        char separator = settings.separator().charAt(0);
        try {
            return new DelimitedFile(file, settings.charset(), separator).lines(wanted, line -> {
                rows.add(line.row()
                        .<SampledRow>map(SampledRow.Readable::new)
                        .orElseGet(() -> new SampledRow.Unreadable(line.origin(), line.reason(), line.text())));
                return rows.size() < most;
            });
        } catch (FileException unreadable) {
            throw new ConnectException(
                    "Connector " + name + ": " + file.getFileName() + ": " + unreadable.getMessage());
        } catch (IOException failure) {
            throw new ConnectException(
                    "Connector " + name + " cannot read " + file + "; check that the hub may read it", failure);
        }
    }

    @Override
    public void close() {
        // Every file is closed when it was read.
    }
}
