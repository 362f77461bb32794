package io.goldsmith.connect.file;

import io.goldsmith.connect.mapping.RecordMapping;
import io.goldsmith.connect.settings.FileConnectorSettings;
import io.goldsmith.connect.spi.ExtractionRun;
import io.goldsmith.mdm.source.Delivery;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lands the files of an inbox, one after the other. */
final class Inbox {

    private final Charset charset;
    private final char separator;
    private final List<FileStream> streams;
    private final FilesRead memory;
    private final String source;
    private final boolean isFullExtract;
    private final Set<FileStream> landed = new HashSet<>();

    Inbox(FileConnectorSettings settings, List<FileStream> streams, FilesRead memory) {
        this.charset = settings.charset();
        this.separator = settings.separator().charAt(0);
        this.streams = List.copyOf(streams);
        this.memory = memory;
        this.source = settings.source();
        this.isFullExtract = settings.fullExtract();
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
        if (isFullExtract && stream.mapping() instanceof RecordMapping) {
            run.beginFullExtract(source);
        }
        List<Delivery> batch = new ArrayList<>(ExtractionRun.BATCH);
        try {
            new DelimitedFile(file, charset, separator).read(stream.mapping(), delivery -> {
                batch.add(delivery);
                if (batch.size() == ExtractionRun.BATCH) {
                    run.queue(List.copyOf(batch), () -> {});
                    batch.clear();
                }
            });
        } catch (FileException unreadable) {
            run.failedFile(stream.mapping().unreadable(fingerprint.name(), unreadable.getMessage(), ""));
            throw unreadable;
        }
        run.land(List.copyOf(batch));
        memory.add(fingerprint);
        landed.add(stream);
    }

    /** Forgets which streams had files. */
    void begin() {
        landed.clear();
    }

    /** Ends a full extract that has begun, if every stream of records had a file: otherwise something is missing. */
    void end(ExtractionRun run) {
        if (!run.isFullExtract()) {
            return;
        }
        List<String> missing = streams.stream()
                .filter(stream -> stream.mapping() instanceof RecordMapping && !landed.contains(stream))
                .map(stream -> stream.glob())
                .toList();
        if (missing.isEmpty()) {
            run.endFullExtract();
        } else {
            run.abandonFullExtract("the full extract of " + source + " has no file that could be read of " + missing
                    + ": what is missing from the others was not deleted; deliver all of them together");
        }
    }
}
