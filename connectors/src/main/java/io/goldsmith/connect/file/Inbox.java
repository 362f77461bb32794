package io.goldsmith.connect.file;

import io.goldsmith.connect.settings.FileConnectorSettings;
import io.goldsmith.connect.spi.ExtractionRun;
import io.goldsmith.mdm.source.Delivery;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lands the files of an inbox, one after the other. */
final class Inbox {

    private final Charset charset;
    private final char separator;
    private final List<FileStream> streams;
    private final FilesRead memory;

    Inbox(FileConnectorSettings settings, List<FileStream> streams, FilesRead memory) {
        this.charset = settings.charset();
        this.separator = settings.separator().charAt(0);
        this.streams = List.copyOf(streams);
        this.memory = memory;
    }

    /** Whether a file of that name is one of the connector's. */
    boolean wants(String name) {
        return streams.stream().anyMatch(stream -> stream.holds(name));
    }

    /**
     * Lands a file, unless it was landed before.
     *
     * @throws FileException if it cannot be read as a whole; the run knows why
     */
    void land(Path file, ExtractionRun run) throws IOException {
        FilesRead.Fingerprint fingerprint = FilesRead.Fingerprint.of(file);
        if (memory.contains(fingerprint)) {
            return;
        }
        FileStream stream = streams.stream()
                .filter(one -> one.holds(fingerprint.name()))
                .findFirst()
                .orElseThrow();
        List<Delivery> batch = new ArrayList<>(ExtractionRun.BATCH);
        try {
            new DelimitedFile(file, charset, separator, stream.mapping()).read(delivery -> {
                batch.add(delivery);
                if (batch.size() == ExtractionRun.BATCH) {
                    run.land(List.copyOf(batch));
                    batch.clear();
                }
            });
        } catch (FileException unreadable) {
            run.failedFile(stream.mapping().unreadable(fingerprint.name(), unreadable.getMessage(), ""));
            throw unreadable;
        }
        run.land(List.copyOf(batch));
        memory.add(fingerprint);
    }
}
