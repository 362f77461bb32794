package io.goldsmith.connect.file;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.settings.FileConnectorSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.spi.Sample;
import io.goldsmith.connect.spi.SampledColumn;
import io.goldsmith.connect.spi.SampledRow;
import io.goldsmith.connect.spi.Sampling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks at the files that wait in an inbox, and where they hold too few rows, at those that were landed, the newest first. No file is
 * moved, renamed or locked.
 */
public final class FileSampling implements Sampling {

    private static final int MOST_COLUMNS = 500;

    private final String name;
    private final FileConnectorSettings settings;
    private final SampledInbox inbox;

    /** @param hubFolder the hub's folder */
    public FileSampling(String name, FileConnectorSettings settings, Path hubFolder) {
        this.name = name;
        this.settings = settings;
        this.inbox = settings.inbox().isRemote()
                ? new SampledRemoteInbox(name, settings, hubFolder)
                : new SampledInbox.Local(name, settings.inbox().folder(hubFolder));
    }

    @Override
    public Sample first(StreamSettings stream, Set<String> wanted, int most) {
        FileNames names = FileNames.of(stream.from());
        List<String> waiting = inbox.names("", names);
        List<String> landed = new ArrayList<>(inbox.names(SampledInbox.DONE, names));
        if (waiting.isEmpty() && landed.isEmpty()) {
            throw new ConnectException("Connector " + name + " finds no file " + stream.from() + " in its inbox "
                    + inbox.place() + " or in " + SampledInbox.DONE
                    + " below; check the folder and the stream's from");
        }
        Collections.reverse(landed);
        List<SampledRow> rows = new ArrayList<>();
        List<String> places = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        for (int i = 0; i < waiting.size() + landed.size() && rows.size() < most; i++) {
            boolean isLanded = i >= waiting.size();
            String file = isLanded ? landed.get(i - waiting.size()) : waiting.get(i);
            read(stream, inbox.file(isLanded ? SampledInbox.DONE : "", file), wanted, most, rows, columns);
            places.add(file + (isLanded ? " (landed already)" : ""));
        }
        return new Sample(
                String.join(", ", places),
                columns.stream().limit(MOST_COLUMNS).map(SampledColumn::named).toList(),
                rows);
    }

    /** Columns are those of the first file that says its own, or else those that the rows have. */
    private void read(
            StreamSettings stream,
            Path file,
            Set<String> wanted,
            int most,
            List<SampledRow> rows,
            Set<String> columns) {
        FileNames names = FileNames.of(stream.from());
        ItemReader reader = ItemReader.of(stream, settings.separator().charAt(0));
        try {
            PackedFile.read(file, settings.charset(), (entry, content) -> {
                if (names.holdsEntry(entry)) {
                    int before = rows.size();
                    List<String> said = reader.read(content, wanted, item -> {
                        rows.add(sampled(item));
                        return rows.size() < most;
                    });
                    if (said.isEmpty()) {
                        rows.subList(before, rows.size()).forEach(row -> columns.addAll(columns(row)));
                    } else if (columns.isEmpty()) {
                        columns.addAll(said);
                    }
                }
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

    private static SampledRow sampled(FileItem item) {
        return item.row()
                .<SampledRow>map(SampledRow.Readable::new)
                .orElseGet(() -> new SampledRow.Unreadable(item.origin(), item.reason(), item.text()));
    }

    private static List<String> columns(SampledRow row) {
        return row instanceof SampledRow.Readable readable ? readable.row().columnNames() : List.of();
    }

    @Override
    public void close() {
        inbox.close();
    }
}
