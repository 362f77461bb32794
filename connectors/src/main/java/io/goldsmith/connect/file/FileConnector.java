package io.goldsmith.connect.file;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.settings.FileConnectorSettings;
import io.goldsmith.connect.spi.Connector;
import io.goldsmith.connect.spi.ExtractionRun;
import io.goldsmith.connect.spi.RecordReading;
import io.goldsmith.mdm.Hub;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Reads the files of an inbox on the hub's machine. */
public final class FileConnector implements Connector, ReturnsKeys {

    /** The most files that one extraction takes, so that a sender that never rests does not hold it for ever. */
    static final int MOST_FILES = 10_000;

    private static final String RENAMED = ".camelExclusiveReadLock";

    private final String name;
    private final Path folder;
    private final Inbox inbox;
    private final Map<String, FileStream> streams;
    private final LandedFiles landed;
    private final ProducerTemplate camel;

    private FileConnector(
            String name,
            Path folder,
            Inbox inbox,
            Map<String, FileStream> streams,
            LandedFiles landed,
            ProducerTemplate camel) {
        this.name = name;
        this.folder = folder;
        this.inbox = inbox;
        this.streams = streams;
        this.landed = landed;
        this.camel = camel;
    }

    /**
     * Adds the connector's route to Camel.
     *
     * @param hubFolder the hub's folder
     * @throws Exception if Camel refuses the route
     */
    public static FileConnector open(
            String name, FileConnectorSettings settings, Path hubFolder, Hub hub, CamelContext context)
            throws Exception {
        Map<String, FileStream> streams = FileStream.byName(settings, hubFolder);
        Path folder = settings.inbox().folder(hubFolder);
        Inbox inbox = Inbox.of(name, settings, List.copyOf(streams.values()), hub);
        context.addRoutes(new InboxRoute("extract-" + name, folder, settings.readLock(), inbox));
        return new FileConnector(
                name,
                folder,
                inbox,
                streams,
                new LandedFiles(name, folder.resolve("done"), settings),
                context.createProducerTemplate());
    }

    @Override
    public void tellKeys(String stream, String column, Consumer<Map<String, String>> told) {
        inbox.tellKeys(streams.get(stream), column, told);
    }

    @Override
    public boolean read(String stream, RecordReading reading) {
        return landed.read(streams.get(stream), reading);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void extract(ExtractionRun run) {
        if (!Files.isDirectory(folder)) {
            throw new ConnectException("Connector " + name + " cannot reach its inbox " + folder
                    + "; check that the folder exists and is a folder that the hub may read and write");
        }
        restoreNames();
        inbox.begin();
        int taken = 0;
        while (taken < MOST_FILES && landNext(run)) {
            taken++;
        }
        inbox.end(run);
    }

    /** Camel's read lock tests a file by renaming it and back: a hub that is killed in between leaves the other name. */
    private void restoreNames() {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + RENAMED)) {
            for (Path file : left) {
                String renamed = file.getFileName().toString();
                Files.move(file, folder.resolve(renamed.substring(0, renamed.length() - RENAMED.length())));
            }
        } catch (IOException failure) {
            throw new ConnectException(
                    "Connector " + name + " cannot look into its inbox " + folder
                            + "; check that the hub may read and write it",
                    failure);
        }
    }

    /** Whether there was a file. */
    private boolean landNext(ExtractionRun run) {
        Exchange answer =
                camel.request("direct:extract-" + name, exchange -> exchange.setProperty(InboxRoute.RUN, run));
        Exception failure = answer.getException();
        if (failure != null && !(failure instanceof FileException)) {
            throw failure instanceof RuntimeException known
                    ? known
                    : new ConnectException("Connector " + name + " failed reading a file of " + folder, failure);
        }
        return answer.getProperty(InboxRoute.TAKEN, false, Boolean.class);
    }
}
