package io.goldsmith.samples.generate;

import io.goldsmith.app.cli.Command;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code generate}: writes the demonstration customers and their truth. */
@CommandLine.Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Writes French customers with realistic faults as three systems know them (crm, erp, accounting), one flat",
            "customers.csv for the command match, and truth.csv (id,entity_id). Same records and seed, same bytes."
        })
public final class GenerateCommand implements Command {

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "10000",
            description = "source records over the three systems (default: ${DEFAULT-VALUE})")
    private long records;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "42",
            description = "another seed, other customers (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "folder to write to; made if need be")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (records < 1 || records > CustomerGenerator.MOST_RECORDS) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--records must be between 1 and %d, but is %d."
                            .formatted(CustomerGenerator.MOST_RECORDS, records));
        }
        long start = System.nanoTime();
        new CustomerFiles(out).write(new CustomerGenerator(records, seed));
        double seconds = (System.nanoTime() - start) / 1e9;
        spec.commandLine()
                .getErr()
                .printf(Locale.ROOT, "%d records in %.1f s (%.0f records/s)%n", records, seconds, records / seconds);
        spec.commandLine().getOut().println(out);
        return CommandLine.ExitCode.OK;
    }
}
