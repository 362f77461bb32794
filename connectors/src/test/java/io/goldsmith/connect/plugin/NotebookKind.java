package io.goldsmith.connect.plugin;

import io.goldsmith.connect.spi.ConnectorKind;
import io.goldsmith.connect.spi.KindOption;
import io.goldsmith.connect.spi.RowSink;
import io.goldsmith.connect.spi.RowSource;
import io.goldsmith.connect.spi.SourceOptions;
import io.goldsmith.connect.spi.StreamQuery;
import io.goldsmith.connect.spi.TextRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A kind for tests: a notebook is a file to which lines {@code key=name} are added; its position is the number of lines. */
public class NotebookKind implements ConnectorKind {

    @Override
    public String name() {
        return "notebook";
    }

    @Override
    public String description() {
        return "Files to which lines are added.";
    }

    @Override
    public List<KindOption> options() {
        return List.of(
                KindOption.required("folder", "The folder of the notebooks, relative to the hub's."),
                KindOption.secret("key", "What opens them."),
                KindOption.optional("between", "What stands between key and name.", "="));
    }

    @Override
    public RowSource open(SourceOptions options) throws IOException {
        Path folder = options.path("folder");
        if (!Files.isDirectory(folder)) {
            throw new IOException("the folder " + options.required("folder") + " must be there, but is not");
        }
        return source(folder, options);
    }

    /** What reads a folder of notebooks; a test may have it read badly. */
    protected RowSource source(Path folder, SourceOptions options) {
        return new Notebook(folder, options.required("between"));
    }

    /** An opened folder. */
    record Notebook(Path folder, String between) implements RowSource {

        @Override
        public void read(StreamQuery query, RowSink sink) throws IOException {
            List<String> lines = Files.readAllLines(folder.resolve(query.from()));
            for (int i = query.position().map(Integer::parseInt).orElse(0); i < lines.size(); i++) {
                if (!line(query.from() + ":" + (i + 1), lines.get(i), sink)) {
                    return;
                }
                sink.reached(String.valueOf(i + 1));
            }
        }

        private boolean line(String origin, String line, RowSink sink) {
            String[] fields = line.split(between);
            return fields.length == 2
                    ? sink.row(TextRow.of(origin, Map.of("KEY", fields[0], "NAME", fields[1], "AT", "2026-01-01")))
                    : sink.unreadable(origin, "a line must be a key and a name, but has " + fields.length, line);
        }

        @Override
        public void close() {
            // Nothing stays open between readings.
        }
    }
}
