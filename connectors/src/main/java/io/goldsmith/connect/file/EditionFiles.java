package io.goldsmith.connect.file;

import io.goldsmith.connect.mapping.ReferenceMapping;
import io.goldsmith.connect.spi.ExtractionRun;
import io.goldsmith.mdm.reference.EditionLoad;
import io.goldsmith.mdm.reference.ReferenceData;
import io.goldsmith.mdm.reference.ReferenceEntry;
import io.goldsmith.mdm.reference.ReferenceException;
import io.goldsmith.mdm.source.Delivery;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads files of reference data, each as an edition that serves all at once or not at all. */
final class EditionFiles {

    /** As many rows of a file that are no entries wait in quarantine; of more it is only counted how many there are. */
    static final int MOST_WAITING = 1_000;

    /** A file with a larger share of rows that are none, in percent, has another layout or is broken. */
    static final int MOST_UNREADABLE = 10;

    private static final int LONGEST_PAYLOAD = 10_000;

    private final String connector;
    private final Charset charset;
    private final ReferenceData referenceData;

    EditionFiles(String connector, Charset charset, ReferenceData referenceData) {
        this.connector = connector;
        this.charset = charset;
        this.referenceData = referenceData;
    }

    /**
     * Loads a file.
     *
     * @throws FileException if it is broken, has too many rows that are no entries, or may not take the place of the edition that serves,
     *     which then goes on serving
     */
    void load(Path file, ReferenceStream stream, ExtractionRun run) throws IOException {
        EditionName edition = EditionName.of(connector, file);
        run.start();
        try (EditionLoad load =
                referenceData.begin(edition.dataset(), stream.mapping().layout(), edition.dated())) {
            Reading reading = new Reading(load, stream, run);
            boolean[] found = new boolean[1];
            PackedFile.read(file, charset, (entry, content) -> {
                if (stream.names().holdsEntry(entry)) {
                    found[0] = true;
                    stream.reader().read(content, stream.mapping().columns(), reading::take);
                }
                return true;
            });
            if (!found[0]) {
                throw new FileException(
                        "an archive must hold a file that the stream names by its from, but holds none");
            }
            reading.end();
            load.complete();
        } catch (ReferenceException refused) {
            throw new FileException(refused.getMessage());
        }
    }

    /** One file that is being loaded. */
    private static final class Reading {

        private final EditionLoad load;
        private final ReferenceStream stream;
        private final ExtractionRun run;
        private final List<ReferenceEntry> batch = new ArrayList<>(ExtractionRun.BATCH);
        private final Map<ReferenceEntry, FileItem> origins = new IdentityHashMap<>();
        private final List<Delivery> waiting = new ArrayList<>();
        private long unreadable;
        private long onlyCounted;

        Reading(EditionLoad load, ReferenceStream stream, ExtractionRun run) {
            this.load = load;
            this.stream = stream;
            this.run = run;
        }

        boolean take(FileItem item) {
            Optional<ReferenceMapping.Outcome> outcome = item.row().map(stream.mapping()::outcome);
            if (outcome.isEmpty()) {
                refuse(item, item.reason());
            } else if (outcome.get() instanceof ReferenceMapping.Outcome.Unreadable none) {
                refuse(item, none.reason());
            } else if (outcome.get() instanceof ReferenceMapping.Outcome.Entry found) {
                batch.add(found.entry());
                origins.put(found.entry(), item);
                if (batch.size() == ExtractionRun.BATCH) {
                    flush();
                }
            }
            return true;
        }

        private void refuse(FileItem item, String reason) {
            unreadable++;
            if (unreadable > MOST_WAITING) {
                onlyCounted++;
                return;
            }
            String payload = item.row().map(row -> row.payload()).orElse(item.text());
            waiting.add(new Delivery.Unreadable(
                    stream.source(),
                    item.origin(),
                    reason,
                    payload.length() > LONGEST_PAYLOAD ? payload.substring(0, LONGEST_PAYLOAD) : payload));
        }

        private void flush() {
            run.requireTurn();
            List<ReferenceEntry> refused = load.add(batch);
            refused.forEach(entry -> refuse(
                    origins.get(entry),
                    "an entry must have a standard form to be found by (a street, a number whose check digit is right),"
                            + " but has none"));
            run.loaded(batch.size() - refused.size(), onlyCounted);
            batch.clear();
            origins.clear();
            run.land(List.copyOf(waiting));
            waiting.clear();
            onlyCounted = 0;
        }

        void end() {
            flush();
            if (100 * unreadable > MOST_UNREADABLE * (unreadable + load.entries())) {
                throw new FileException(
                        "at most " + MOST_UNREADABLE + " percent of the rows may be no entries of the layout "
                                + stream.mapping().layout().word() + ", but " + unreadable + " of "
                                + (unreadable + load.entries())
                                + " are none; check the stream's layout and columns. The edition before goes on serving");
            }
        }
    }
}
