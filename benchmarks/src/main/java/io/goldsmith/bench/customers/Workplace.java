package io.goldsmith.bench.customers;

import io.goldsmith.bench.figure.BenchException;
import io.goldsmith.samples.generate.CustomerFiles;
import io.goldsmith.samples.generate.CustomerGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a benchmark keeps its files: a folder of its own that is deleted when it is closed, and beside it the generated customers, which
 * stay where the user wants them kept.
 */
public final class Workplace implements AutoCloseable {

    /** Which customers are generated; the same in every run. */
    public static final long SEED = 7;

    private static final String CONFIGURATIONS = "/io/goldsmith/samples/match/";

    private final Path folder;
    private final Path customers;

    /** @param kept where customers are kept, and reused from if they are there; empty to delete them at the end */
    public Workplace(Optional<Path> kept) {
        try {
            folder = Files.createTempDirectory("goldsmith-bench");
            customers = kept.orElse(folder);
            Files.createDirectories(customers);
        } catch (IOException e) {
            throw new BenchException(
                    "The folder for generated customers cannot be made: check that it is writable.", e);
        }
    }

    /** A file of this run alone. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** A configuration of the samples, for example {@code customers.yaml}, as a file. */
    public Path configuration(String name) {
        Path file = file(name);
        try (InputStream stream = CustomerFiles.class.getResourceAsStream(CONFIGURATIONS + name)) {
            if (!Files.exists(file)) {
                Files.copy(stream, file);
            }
        } catch (IOException e) {
            throw new BenchException("The configuration " + name + " cannot be copied to " + folder + ".", e);
        }
        return file;
    }

    /** Where so many customers are or will be. */
    public CustomerFolder folder(long records) {
        return new CustomerFolder(customers.resolve(name(records)), records);
    }

    /** So many customers, generated unless they are there: {@code c100k} for a hundred thousand, {@code c1m} for a million. */
    public CustomerFolder customers(long records) {
        CustomerFolder made = folder(records);
        if (Files.isRegularFile(made.customers()) && Files.isRegularFile(made.truth())) {
            return made;
        }
        // Under another name until it is whole: a benchmark that was cut short leaves nothing that looks like data.
        Path unfinished = customers.resolve(name(records) + ".unfinished");
        try {
            delete(unfinished);
            new CustomerFiles(unfinished).write(new CustomerGenerator(records, SEED));
            delete(made.folder());
            Files.move(unfinished, made.folder());
        } catch (IOException e) {
            throw new BenchException("The customers cannot be put into " + made.folder() + ".", e);
        }
        return made;
    }

    static String name(long records) {
        if (records % 1_000_000 == 0) {
            return "c" + records / 1_000_000 + "m";
        }
        return records % 1_000 == 0 ? "c" + records / 1_000 + "k" : "c" + records;
    }

    @Override
    public void close() {
        try {
            delete(folder);
        } catch (IOException e) {
            throw new BenchException("The temporary folder " + folder + " cannot be deleted; delete it by hand.", e);
        }
    }

    private static void delete(Path top) throws IOException {
        if (!Files.exists(top)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(top)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
