package io.goldsmith.app.cli;

import io.goldsmith.connect.reference.KindReference;
import io.goldsmith.connect.reference.KindReference.KeyReference;
import io.goldsmith.connect.reference.KindReferences;
import io.goldsmith.connect.reference.KindsMarkdown;
import io.goldsmith.matching.settings.NearestWord;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code connectors kinds}: what can be connected, and what a connector of each kind may say. */
@CommandLine.Command(
        name = "kinds",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists the kinds of connectors, those of a hub's plugins too; of one kind, what a connector of it"
                + " may say.")
public final class ConnectorsKindsCommand implements Callable<Integer> {

    private static final int WIDTH = 100;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "KIND", description = "Only this kind, with its keys.")
    private Optional<String> kind = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "The hub's folder, for the kinds in its folder plugins.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--markdown", description = "As a chapter of documentation, with the keys of each kind.")
    private boolean markdown;

    @Override
    public Integer call() {
        folder.filter(given -> !Files.isDirectory(given)).ifPresent(missing -> {
            throw wrong("--config must be a hub's folder, but " + missing + " is none.");
        });
        List<KindReference> kinds = new ArrayList<>(KindReferences.builtIn());
        kinds.addAll(KindReferences.plugins(folder.orElse(Path.of(""))));
        PrintWriter out = spec.commandLine().getOut();
        if (kind.isPresent()) {
            KindReference found = kinds.stream()
                    .filter(one -> one.name().equals(kind.get()))
                    .findFirst()
                    .orElseThrow(() -> wrong("There is no kind " + kind.get() + "; "
                            + NearestWord.hint(
                                    kind.get(),
                                    kinds.stream().map(KindReference::name).toList())));
            out.print(markdown ? KindsMarkdown.of(List.of(found)) : keys(found));
        } else {
            out.print(markdown ? KindsMarkdown.of(kinds) : list(kinds));
        }
        out.flush();
        return 0;
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private String list(List<KindReference> kinds) {
        TextTable table = table(14);
        kinds.forEach(one -> {
            table.addRowValues(one.name(), one.description());
            if (!one.place().isEmpty()) {
                table.addRowValues("", "from " + one.place() + "; kind: plugin, plugin: " + one.name());
            }
        });
        return table.toString();
    }

    private String keys(KindReference found) {
        TextTable table = table(30);
        for (KeyReference key : found.keys()) {
            table.addRowValues(key.name(), key.description());
            table.addRowValues("", takes(key));
        }
        return found.name() + ": " + found.description() + System.lineSeparator() + System.lineSeparator() + table;
    }

    private static String takes(KeyReference key) {
        String otherwise =
                key.isRequired() ? ", required" : key.defaultText().isEmpty() ? "" : ", default " + key.defaultText();
        return "(" + key.values() + otherwise + ")";
    }

    private TextTable table(int first) {
        return TextTable.forColumns(
                spec.commandLine().getColorScheme(),
                new Column(first, 0, Overflow.SPAN),
                new Column(WIDTH - first, 2, Overflow.WRAP));
    }
}
