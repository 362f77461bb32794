package io.goldsmith.samples.landscape;

import io.goldsmith.samples.SamplesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * The three systems, running. They listen on 127.0.0.1 only and keep their data, logs and secrets in the folder.
 *
 * <p>{@code try (Landscape landscape = Landscape.start(folder)) {…}}
 */
public final class Landscape implements AutoCloseable {

    /** What makes accounting's 503 answers come in the same order every time. */
    public static final long DEFAULT_FAULT_SEED = 42;

    private final Crm crm;
    private final Erp erp;
    private final Accounting accounting;

    private Landscape(Crm crm, Erp erp, Accounting accounting) {
        this.crm = crm;
        this.erp = erp;
        this.accounting = accounting;
    }

    /** As {@link #start(Path, long)} with the default seed. */
    public static Landscape start(Path folder) {
        return start(folder, DEFAULT_FAULT_SEED);
    }

    /**
     * Starts the systems on a folder that the command {@code generate} has filled, and waits until they serve. Where they ran before
     * they go on with what they have.
     *
     * @param faultSeed decides which of accounting's requests are answered by 503
     * @throws SamplesException if the folder has no generated files or a system does not start
     */
    public static Landscape start(Path folder, long faultSeed) {
        Path root = folder.toAbsolutePath().normalize();
        if (!Files.exists(root.resolve("crm/contacts.csv"))) {
            throw new SamplesException("No customers in " + root
                    + ": expected crm/contacts.csv. Run the command generate with --out " + root + ".");
        }
        Secrets secrets = Secrets.under(root);
        CompletableFuture<Crm> crm = CompletableFuture.supplyAsync(() -> Crm.start(root, secrets));
        CompletableFuture<Erp> erp = CompletableFuture.supplyAsync(() -> Erp.start(root, secrets));
        CompletableFuture<Accounting> accounting =
                CompletableFuture.supplyAsync(() -> Accounting.start(root, secrets, faultSeed));
        try {
            return new Landscape(crm.join(), erp.join(), accounting.join());
        } catch (CompletionException e) {
            Stream.of(crm, erp, accounting).forEach(Landscape::closeIfStarted);
            throw e.getCause() instanceof SamplesException known
                    ? known
                    : new SamplesException("The landscape in " + root + " cannot be started.", e);
        }
    }

    /** Where one system fails, the others must not stay behind. */
    private static void closeIfStarted(CompletableFuture<? extends LandscapeSystem> system) {
        system.handle((started, failure) -> Optional.ofNullable(started)).join().ifPresent(LandscapeSystem::close);
    }

    public Crm crm() {
        return crm;
    }

    public Erp erp() {
        return erp;
    }

    public Accounting accounting() {
        return accounting;
    }

    /** Ends the three processes; what they hold stays in the folder. */
    @Override
    public void close() {
        accounting.close();
        erp.close();
        crm.close();
    }
}
