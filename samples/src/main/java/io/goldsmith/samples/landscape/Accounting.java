package io.goldsmith.samples.landscape;

import io.goldsmith.samples.generate.PostalAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accounting: an HTTP service. Its customers' keys begin with K. */
public final class Accounting implements LandscapeSystem {

    private final SystemProcess process;
    private final String token;
    private final AdminClient admin;

    private Accounting(SystemProcess process, String token) {
        this.process = process;
        this.token = token;
        this.admin = new AdminClient("accounting", token);
    }

    static Accounting start(Path landscape, Secrets secrets, long faultSeed) {
        String token = secrets.get(Secrets.ACCOUNTING_TOKEN);
        return new Accounting(
                new SystemProcess("accounting", AccountingServer.class, landscape, List.of(Long.toString(faultSeed))),
                token);
    }

    /** For example {@code http://127.0.0.1:40002}; the customers are at {@code /customers}. */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + process.port());
    }

    /** What goes behind {@code Authorization: Bearer}. */
    public String token() {
        return token;
    }

    /** How many PUT requests came again with an idempotency key that had been answered. */
    public long repeatedMessages() {
        return admin.count(baseUri(), "repeated", "repeated");
    }

    @Override
    public String name() {
        return "accounting";
    }

    /** Under the names of the JSON, those of the address among them. */
    @Override
    public Optional<Map<String, String>> customer(String key) {
        return admin.customer(baseUri(), key);
    }

    @Override
    public void changeAddress(String key, PostalAddress address) {
        admin.changeAddress(baseUri(), key, address);
    }

    @Override
    public long changes(String key) {
        return admin.count(baseUri(), "changes/" + key, "changes");
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
