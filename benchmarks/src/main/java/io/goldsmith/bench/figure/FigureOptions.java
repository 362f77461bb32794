package io.goldsmith.bench.figure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that every benchmark has, and how it ends. */
public final class FigureOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--quick", description = "small data only, ends within a minute")
    private boolean quick;

    @Option(names = "--json", paramLabel = "OUT", description = "writes the figures as JSON")
    private Optional<Path> json = Optional.empty();

    /** Whether the run is to end within a minute. */
    public boolean quick() {
        return quick;
    }

    /** Refuses a file that cannot be written before minutes are spent on what it is to hold. */
    public void check() {
        Optional<Path> folder = json.map(file -> file.toAbsolutePath().getParent());
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--json must name a file in an existing folder, but " + folder.get() + " is none.");
        }
    }

    /**
     * Prints and writes what was measured.
     *
     * @param table the figures as a person reads them
     * @return the exit code: 1 if a measured target is not met
     */
    public int finish(String table, List<Figure> figures) {
        spec.commandLine().getOut().print(table);
        spec.commandLine().getOut().flush();
        json.ifPresent(file -> FigureFile.write(file, figures));
        boolean held = figures.stream().allMatch(figure -> figure.met().orElse(true));
        return held ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
