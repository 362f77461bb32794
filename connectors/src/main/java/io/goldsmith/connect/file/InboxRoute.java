package io.goldsmith.connect.file;

import io.goldsmith.connect.settings.ReadLock;
import io.goldsmith.connect.spi.ExtractionRun;
import java.io.File;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** Takes the next complete file of an inbox, lands it, and moves it to {@code done}, or to {@code failed} if it could not be read. */
final class InboxRoute extends RouteBuilder {

    /** The exchange property with the run. */
    static final String RUN = "goldsmith.run";

    /** The exchange property that says whether there was a file. */
    static final String TAKEN = "goldsmith.taken";

    private final String id;
    private final Path folder;
    private final ReadLock readLock;
    private final Inbox inbox;

    InboxRoute(String id, Path folder, ReadLock readLock, Inbox inbox) {
        this.id = id;
        this.folder = folder;
        this.readLock = readLock;
        this.inbox = inbox;
    }

    @Override
    public void configure() {
        String filter = "files-of-" + id;
        GenericFileFilter<File> wanted = file -> inbox.wants(file.getFileName());
        getContext().getRegistry().bind(filter, wanted);
        // Camel moves the file when the exchange ends: after the landing committed, or failed. Its marker files are
        // off: a killed hub
        // leaves one behind, and the file beside it is never read again. Two runs of one connector at once are
        // prevented by Runs.
        String next = "file:" + folder + "?filter=#" + filter + "&sortBy=file:name&readLock=" + readLock.word()
                + "&readLockCheckInterval=200&readLockTimeout=1000&readLockLoggingLevel=DEBUG&readLockMarkerFile=false"
                + "&move=done/${file:name}&moveFailed=failed/${file:name}&charset=UTF-8";
        errorHandler(noErrorHandler());
        from("direct:" + id).routeId(id).pollEnrich(next, 0).process(this::land);
    }

    private void land(Exchange exchange) throws Exception {
        GenericFile<?> file = exchange.getMessage().getBody(GenericFile.class);
        exchange.setProperty(TAKEN, file != null);
        if (file != null) {
            Path path = ((File) file.getFile()).toPath();
            inbox.land(path, exchange.getProperty(RUN, ExtractionRun.class));
        }
    }
}
