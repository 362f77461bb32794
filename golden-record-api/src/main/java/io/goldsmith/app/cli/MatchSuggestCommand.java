package io.goldsmith.app.cli;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.run.CsvSuggest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code match suggest FILE.csv…}: writes a match.yaml to start from. */
@CommandLine.Command(
        name = "suggest",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Looks at the columns of CSV files and writes a match.yaml to start from.")
public final class MatchSuggestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE.csv", description = "CSV files with a header, UTF-8.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--id", defaultValue = "id", paramLabel = "COLUMN", description = "The id column. Default: id.")
    private String id;

    @Option(names = "--ignore", paramLabel = "COLUMN", description = "A column that is not read; may be repeated.")
    private List<String> ignored = new ArrayList<>();

    @Option(names = "--out", paramLabel = "match.yaml", description = "Where to write. Default: standard output.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", description = "How many threads work. Default: all processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--seed", paramLabel = "S", description = "Chooses the records and pairs looked at. Default: 1.")
    private long seed = 1;

    @Override
    public Integer call() {
        if (threads < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--threads must be at least 1, but is " + threads + ".");
        }
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
        String yaml = new CsvSuggest(files, id, Set.copyOf(ignored), threads, seed)
                .run(progress::report)
                .yaml();
        progress.clear();
        if (out.isPresent()) {
            write(out.orElseThrow(), yaml);
        } else {
            spec.commandLine().getOut().print(yaml);
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    private static void write(Path file, String yaml) {
        try {
            Files.writeString(file, yaml, StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new MatchingException(
                    file
                            + ": the configuration cannot be written; name a file in a folder that exists and can be written to.",
                    unwritable);
        }
    }
}
