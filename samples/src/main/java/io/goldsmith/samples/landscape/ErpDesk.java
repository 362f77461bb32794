package io.goldsmith.samples.landscape;

import io.goldsmith.samples.generate.ErpFormat;
import io.goldsmith.samples.generate.PostalAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the ERP's work, one piece at a time: decides, writes the decision to the journal, then changes the state and puts the files out.
 * A process killed in between puts the files out when it starts again; another may then find a file that it took before, with the same
 * name and content.
 */
final class ErpDesk implements AdminApi.Administered, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ErpDesk.class);

    private final ErpFolders folders;
    private final ErpClients clients;
    private final Clock clock;
    private final Journal<ErpEntry> journal;
    private Optional<ErpEntry> unfinished = Optional.empty();
    private long lastNumber;

    /** Takes up what is there; the first time it puts out all clients and orders. */
    ErpDesk(Path folder, Clock clock) throws IOException {
        this.folders = new ErpFolders(folder);
        this.clients = ErpClients.load(folders.clientsFile());
        this.clock = clock;
        this.journal = Journal.open(folder.resolve("data/journal.jsonl"), ErpEntry.class, this::replay);
        if (unfinished.isPresent()) {
            finish(unfinished.get());
        } else if (lastNumber == 0) {
            perform(new ErpEntry(1, false, "", List.of(), List.of()));
        }
    }

    private void replay(ErpEntry entry) {
        if (entry.finished()) {
            unfinished = Optional.empty();
        } else {
            clients.apply(entry);
            lastNumber = entry.number();
            unfinished = Optional.of(entry);
        }
    }

    private void perform(ErpEntry entry) {
        journal.append(entry);
        replay(entry);
        finish(entry);
    }

    private void finish(ErpEntry entry) {
        folders.deliver(entry);
        journal.append(ErpEntry.finished(entry.number()));
        unfinished = Optional.empty();
    }

    /** Takes in every complete import file. What fails is logged and tried again at the next call. */
    synchronized void takeIn() {
        try {
            if (unfinished.isPresent()) {
                finish(unfinished.get());
            }
            for (Path file : folders.importFiles()) {
                perform(ErpImport.decide(lastNumber + 1, file, clients, clock));
                // Only here, not when work is taken up again after a kill: by then the sender may have sent another
                // file of
                // this name. The same file again does no harm, since its messages are recognised.
                folders.archive(file);
            }
        } catch (IOException | RuntimeException e) {
            // Whatever it is: an exception that left this method would end the schedule in silence.
            LOG.error("Import files stay where they are until the next attempt", e);
        }
    }

    @Override
    public synchronized boolean changeAddress(String key, PostalAddress address) {
        Optional<ErpClientRow> before = clients.get(key);
        if (before.isEmpty()) {
            return false;
        }
        String country = new Locale("", address.country())
                .getDisplayCountry(Locale.FRENCH)
                .toUpperCase(Locale.ROOT);
        ErpClientRow after = before.get()
                .with(
                        Map.of(
                                "ADRESSE", address.street(),
                                "CODE_POSTAL", address.postcode(),
                                "VILLE", address.town(),
                                "PAYS", country),
                        ErpFormat.time(clock.instant()));
        if (!after.equals(before.get())) {
            perform(new ErpEntry(lastNumber + 1, false, "", List.of(), List.of(after)));
        }
        return true;
    }

    @Override
    public Optional<Map<String, String>> customer(String key) {
        return clients.get(key).map(ErpClientRow::byColumn);
    }

    @Override
    public long changes(String key) {
        return clients.changes(key);
    }

    @Override
    public long repeatedMessages() {
        return clients.repeated();
    }

    @Override
    public synchronized void close() throws IOException {
        journal.close();
    }
}
