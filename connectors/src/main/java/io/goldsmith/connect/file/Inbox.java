package io.goldsmith.connect.file;

import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.connect.settings.FileConnectorSettings;
import io.goldsmith.connect.spi.ExtractionRun;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.source.Delivery;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Lands the files of an inbox, one after the other. */
final class Inbox {

    private final Charset charset;
    private final List<FileStream> streams;
    private final FilesRead memory;
    private final String source;
    private final boolean isFullExtract;
    private final Map<FileStream, KeyTelling> tellings = new HashMap<>();
    private final List<ReferenceStream> references;
    private final EditionFiles editions;
    private final Set<FileStream> landed = new HashSet<>();
    private final Set<FileStream> broken = new HashSet<>();

    private Inbox(
            FileConnectorSettings settings,
            List<FileStream> streams,
            List<ReferenceStream> references,
            FilesRead memory,
            EditionFiles editions) {
        this.charset = settings.charset();
        this.streams = List.copyOf(streams);
        this.memory = memory;
        this.references = List.copyOf(references);
        this.editions = editions;
        this.source = settings.source();
        this.isFullExtract = settings.fullExtract();
    }

    /**
     * The inbox of a connector.
     *
     * @param streams those that hold something else than reference data
     */
    static Inbox of(String connector, FileConnectorSettings settings, List<FileStream> streams, Hub hub) {
        return new Inbox(
                settings,
                streams,
                settings.streams().stream()
                        .filter(stream -> stream.reference().isPresent())
                        .map(stream -> ReferenceStream.of(settings, stream))
                        .toList(),
                new FilesRead(hub.store(), connector),
                new EditionFiles(connector, settings.charset(), hub.referenceData()));
    }

    /** Whether a file of that name is one of the connector's. */
    boolean wants(String name) {
        return streams.stream().anyMatch(stream -> stream.names().holds(name))
                || reference(name).isPresent();
    }

    /**
     * Lands a file, unless it was landed before.
     *
     * @throws FileException if it is broken; what it held before stays landed, and the run knows why
     */
    void land(Path file, ExtractionRun run) throws IOException {
        FilesRead.Fingerprint fingerprint = FilesRead.Fingerprint.of(file);
        if (memory.contains(fingerprint)) {
            return;
        }
        Optional<ReferenceStream> reference = reference(fingerprint.name());
        if (reference.isPresent()) {
            load(file, fingerprint, reference.get(), run);
            return;
        }
        List<FileStream> holding = streams.stream()
                .filter(stream -> stream.names().holds(fingerprint.name()))
                .toList();
        if (isFullExtract && holding.stream().anyMatch(FileStream::holdsRecords)) {
            run.beginFullExtract(source);
        }
        List<Delivery> batch = new ArrayList<>(ExtractionRun.BATCH);
        try {
            landed.addAll(read(file, holding, batch, run));
        } catch (FileException unreadable) {
            broken.addAll(holding);
            tellings.values().forEach(KeyTelling::tell);
            run.land(List.copyOf(batch));
            run.failedFile(holding.get(0).mapping().unreadable(fingerprint.name(), unreadable.getMessage(), ""));
            throw unreadable;
        }
        tellings.values().forEach(KeyTelling::tell);
        run.land(List.copyOf(batch));
        memory.add(fingerprint);
    }

    private Optional<ReferenceStream> reference(String name) {
        return references.stream().filter(stream -> stream.names().holds(name)).findFirst();
    }

    private void load(Path file, FilesRead.Fingerprint fingerprint, ReferenceStream stream, ExtractionRun run)
            throws IOException {
        try {
            editions.load(file, stream, run);
        } catch (FileException refused) {
            run.failedFile(new Delivery.Unreadable(source, fingerprint.name(), refused.getMessage(), ""));
            throw refused;
        }
        memory.add(fingerprint);
    }

    /** Lands full batches, and leaves what is over in the last one. */
    private Set<FileStream> read(Path file, List<FileStream> holding, List<Delivery> batch, ExtractionRun run)
            throws IOException {
        Set<FileStream> found = new HashSet<>();
        PackedFile.read(file, charset, (entry, content) -> {
            Optional<FileStream> stream = holding.stream()
                    .filter(one -> one.names().holdsEntry(entry))
                    .findFirst();
            if (stream.isPresent()) {
                found.add(stream.get());
                StreamMapping mapping = stream.get().mapping();
                Optional<KeyTelling> telling = Optional.ofNullable(tellings.get(stream.get()));
                Set<String> wanted = telling.map(one -> one.wanted(mapping)).orElseGet(mapping::columns);
                stream.get().reader().read(content, wanted, item -> {
                    telling.ifPresent(one -> item.row().ifPresent(one::take));
                    batch.add(item.delivery(mapping));
                    if (batch.size() == ExtractionRun.BATCH) {
                        tellings.values().forEach(KeyTelling::tell);
                        run.queue(List.copyOf(batch), () -> {});
                        batch.clear();
                    }
                    return true;
                });
            }
            return true;
        });
        if (found.isEmpty()) {
            throw new FileException("an archive must hold a file that a stream names by its from, but holds none");
        }
        return found;
    }

    /** Golden ids in the files of a stream are told from now on: see {@link ReturnsKeys}. */
    void tellKeys(FileStream stream, String column, Consumer<Map<String, String>> told) {
        tellings.put(stream, new KeyTelling(stream.mapping().keyColumn(), column, told));
    }

    /** Notes that something was left for the next time: this time is no full extract. */
    void miss() {
        broken.addAll(streams);
    }

    /** Forgets which streams had files. */
    void begin() {
        landed.clear();
        broken.clear();
    }

    /** Ends a full extract that has begun, if every stream of records had a file and none was broken: otherwise something is missing. */
    void end(ExtractionRun run) {
        if (!run.isFullExtract()) {
            return;
        }
        List<String> missing = streams.stream()
                .filter(stream -> stream.holdsRecords() && (!landed.contains(stream) || broken.contains(stream)))
                .map(stream -> stream.glob())
                .toList();
        if (missing.isEmpty()) {
            run.endFullExtract();
        } else {
            run.abandonFullExtract("the full extract of " + source + " has no file, or one that could not be read, of "
                    + missing + ": what is missing from the others was not deleted; deliver all of them together");
        }
    }
}
