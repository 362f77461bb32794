package io.goldsmith.connect.file;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.file.remote.RemoteFile;
import io.goldsmith.connect.file.remote.RemoteFolder;
import io.goldsmith.connect.settings.FileConnectorSettings;
import io.goldsmith.connect.settings.ReadLock;
import io.goldsmith.connect.spi.Connector;
import io.goldsmith.connect.spi.ExtractionRun;
import io.goldsmith.connect.spi.RecordReading;
import io.goldsmith.connect.spi.Waiting;
import io.goldsmith.mdm.Hub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the files of an inbox on a server: each is fetched, landed as a local one, and then moved there. */
public final class RemoteFileConnector implements Connector, ReturnsKeys {

    private static final String DONE = "done";
    private static final String FAILED = "failed";
    private static final String INBOX = "inbox";
    private static final String LANDED = "landed-";

    /** How long a file must stand still that the sender writes in place; times on servers are whole seconds. */
    private static final Duration STANDS_STILL = Duration.ofMillis(1_500);

    private final String name;
    private final FileConnectorSettings settings;
    private final Path hubFolder;
    private final Inbox inbox;
    private final Map<String, FileStream> streams;
    private final Waiting waiting;

    /**
     * Clears what a killed hub left of fetched files.
     *
     * @param hubFolder the hub's folder
     */
    public RemoteFileConnector(String name, FileConnectorSettings settings, Path hubFolder, Hub hub, Waiting waiting) {
        this.name = name;
        this.settings = settings;
        this.hubFolder = hubFolder;
        this.streams = FileStream.byName(settings, hubFolder);
        this.inbox = Inbox.of(name, settings, List.copyOf(streams.values()), hub);
        this.waiting = waiting;
        spool(INBOX);
        streams.keySet().forEach(stream -> spool(LANDED + stream));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void extract(ExtractionRun run) {
        Spool spool = spool(INBOX);
        inbox.begin();
        try (RemoteFolder folder = RemoteFolder.open(name, settings, hubFolder)) {
            List<RemoteFile> files = complete(folder);
            for (RemoteFile file : files.subList(0, Math.min(files.size(), FileConnector.MOST_FILES))) {
                if (!waiting.isClosing()) {
                    land(folder, file, spool, run);
                }
            }
            if (waiting.isClosing()) {
                inbox.miss();
            }
        }
        inbox.end(run);
    }

    /** A sender that renames is believed; of one that writes in place, only what stands still is complete. */
    private List<RemoteFile> complete(RemoteFolder folder) {
        List<RemoteFile> files = folder.list("", inbox::wants);
        if (settings.readLock() == ReadLock.RENAME || files.isEmpty()) {
            return files;
        }
        waiting.pause(STANDS_STILL);
        List<RemoteFile> later = folder.list("", inbox::wants);
        if (!later.equals(files)) {
            inbox.miss();
        }
        return later.stream().filter(files::contains).toList();
    }

    /** Killed before the file is moved, the hub fetches it again and recognises it. */
    private void land(RemoteFolder folder, RemoteFile file, Spool spool, ExtractionRun run) {
        boolean[] broken = new boolean[1];
        boolean fetched = with(spool, folder, "", file, local -> {
            try {
                inbox.land(local, run);
            } catch (FileException failure) {
                broken[0] = true;
            }
        });
        if (fetched) {
            folder.move(file, broken[0] ? FAILED : DONE);
        } else {
            inbox.miss();
        }
    }

    @Override
    public void tellKeys(String stream, String column, Consumer<Map<String, String>> told) {
        inbox.tellKeys(streams.get(stream), column, told);
    }

    @Override
    public boolean read(String stream, RecordReading reading) {
        FileStream wanted = streams.get(stream);
        Spool spool = spool(LANDED + stream);
        try (RemoteFolder folder = RemoteFolder.open(name, settings, hubFolder)) {
            List<RemoteFile> files = new ArrayList<>(folder.list(DONE, wanted.names()::holds));
            if (files.isEmpty()) {
                throw new ConnectException("Connector " + name + " has no landed file " + wanted.glob() + " in " + DONE
                        + " of " + settings.inbox() + " to read; let the system deliver one and extract it first");
            }
            Collections.reverse(files);
            for (RemoteFile file : settings.fullExtract() ? files.subList(0, 1) : files) {
                boolean fetched = with(
                        spool,
                        folder,
                        DONE,
                        file,
                        local -> wanted.read(
                                local, settings.charset(), delivery -> reading.take(file.modified(), delivery)));
                if (!fetched) {
                    throw new ConnectException("Connector " + name + ": the landed file " + file.name() + " on "
                            + settings.inbox() + " changed while it was read; nobody may write into " + DONE);
                }
            }
            return settings.fullExtract();
        }
    }

    private boolean with(Spool spool, RemoteFolder folder, String below, RemoteFile file, Spool.Work work) {
        try {
            return spool.with(file.name(), local -> folder.download(below, file, local), work);
        } catch (IOException | UncheckedIOException failure) {
            throw new ConnectException(
                    "Connector " + name + " cannot keep " + file.name() + " while it is read ("
                            + failure.getClass().getSimpleName() + "); check the space and rights of the hub's folder",
                    failure);
        }
    }

    private Spool spool(String purpose) {
        return Spool.in(hubFolder.resolve("data").resolve("spool").resolve(name).resolve(purpose));
    }
}
