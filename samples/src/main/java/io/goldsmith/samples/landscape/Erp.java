package io.goldsmith.samples.landscape;

import io.goldsmith.samples.generate.PostalAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ERP: folders with files. Its clients' codes begin with E. */
public final class Erp implements LandscapeSystem {

    private final SystemProcess process;
    private final Path folder;
    private final AdminClient admin;

    private Erp(SystemProcess process, Path folder, String token) {
        this.process = process;
        this.folder = folder;
        this.admin = new AdminClient("ERP", token);
    }

    static Erp start(Path landscape, Secrets secrets) {
        String token = secrets.get(Secrets.ERP_TOKEN);
        return new Erp(
                new SystemProcess("erp", ErpServer.class, landscape, List.of()), landscape.resolve("erp"), token);
    }

    /** The folder that holds the others. */
    public Path folder() {
        return folder;
    }

    /** Where the ERP drops {@code clients-NNN.csv} and {@code commandes-NNN.csv}. */
    public Path outbox() {
        return folder.resolve(ErpFolders.OUTBOX);
    }

    /** Where it takes in {@code maj-*.csv}; write under another ending and rename. */
    public Path importFolder() {
        return folder.resolve(ErpFolders.IMPORT);
    }

    /** Where it answers {@code X.csv} by {@code X.ack.csv}. */
    public Path acknowledgements() {
        return folder.resolve(ErpFolders.ACK);
    }

    /** How many messages came again after they had been accepted. */
    public long repeatedMessages() {
        return admin.count(adminUri(), "repeated", "repeated");
    }

    private URI adminUri() {
        return URI.create("http://127.0.0.1:" + process.port());
    }

    @Override
    public String name() {
        return "erp";
    }

    @Override
    public Optional<Map<String, String>> customer(String key) {
        return admin.customer(adminUri(), key);
    }

    @Override
    public void changeAddress(String key, PostalAddress address) {
        admin.changeAddress(adminUri(), key, address);
    }

    @Override
    public long changes(String key) {
        return admin.count(adminUri(), "changes/" + key, "changes");
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void restart() {
        process.restart();
    }

    @Override
    public void close() {
        process.close();
    }
}
