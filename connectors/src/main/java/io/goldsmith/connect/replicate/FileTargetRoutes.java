package io.goldsmith.connect.replicate;

import java.io.File;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;

/** Drops update files under a temporary name that is changed when they are complete, and takes acknowledgement files. */
final class FileTargetRoutes extends RouteBuilder {

    /** The exchange property that says whether there was an acknowledgement file. */
    static final String TAKEN = "goldsmith.taken";

    private final String name;
    private final Path folder;
    private final Path answers;
    private final String prefix;
    private final Acknowledgements acknowledgements;

    FileTargetRoutes(String name, Path folder, Path answers, String prefix, Acknowledgements acknowledgements) {
        this.name = name;
        this.folder = folder;
        this.answers = answers;
        this.prefix = prefix;
        this.acknowledgements = acknowledgements;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("direct:send-" + name)
                .routeId("send-" + name)
                .to("file:" + folder + "?tempFileName=${file:name}.tmp&fileExist=Override&eagerDeleteTargetFile=false");
        from("direct:acknowledge-" + name)
                .routeId("acknowledge-" + name)
                .pollEnrich(
                        "file:" + answers + "?include=RAW(" + prefix
                                + ".*\\.ack\\.csv)&sortBy=file:name&readLock=rename"
                                + "&readLockLoggingLevel=DEBUG&move=done/${file:name}&moveFailed=failed/${file:name}",
                        0)
                .process(this::read);
    }

    private void read(Exchange exchange) throws Exception {
        GenericFile<?> file = exchange.getMessage().getBody(GenericFile.class);
        exchange.setProperty(TAKEN, file != null);
        if (file != null) {
            acknowledgements.read(((File) file.getFile()).toPath());
        }
    }
}
