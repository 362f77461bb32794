package io.goldsmith.connect.mapping;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.settings.CaptureConnectorSettings;
import io.goldsmith.connect.settings.ConnectorSettings;
import io.goldsmith.connect.settings.FileFormat;
import io.goldsmith.connect.settings.HttpConnectorSettings;
import io.goldsmith.connect.settings.PushConnectorSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.matching.settings.NearestWord;
import io.goldsmith.matching.settings.SettingsDocument;
import io.goldsmith.matching.settings.SettingsProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Whether the columns of a stream's mapping are such as its source has: JSON pointers, paths in XML, fields of a line. */
final class ColumnChecks {

    private static final Pattern XML_PATH = Pattern.compile("\\.|@[^/@*]+|[^/@*]+(/[^/@*]+)*(/@[^/@*]+)?");

    private static final Pattern SQL_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");

    private final SettingsDocument document;
    private final Path folder;
    private final ConnectorSettings connector;
    private final StreamSettings stream;
    private final List<SettingsProblem> problems = new ArrayList<>();

    private ColumnChecks(SettingsDocument document, Path folder, ConnectorSettings connector, StreamSettings stream) {
        this.document = document;
        this.folder = folder;
        this.connector = connector;
        this.stream = stream;
    }

    /**
     * Checks a stream's columns.
     *
     * @param folder the hub's folder
     * @param pointer where the stream stands
     */
    static List<SettingsProblem> problems(
            SettingsDocument document,
            Path folder,
            String pointer,
            ConnectorSettings connector,
            StreamSettings stream) {
        ColumnChecks checks = new ColumnChecks(document, folder, connector, stream);
        checks.stream(pointer);
        return List.copyOf(checks.problems);
    }

    private void stream(String pointer) {
        stream.records().ifPresent(records -> {
            String at = pointer + "/records";
            columns(at + "/key", Set.of(records.key()));
            columns(at + "/timestamp", Set.of(records.timestamp().column()));
            records.deleted().ifPresent(deleted -> columns(at + "/deleted", Set.of(deleted.column())));
            records.attributes()
                    .forEach((attribute, mapping) -> read(() -> AttributeMapping.of(attribute, mapping, folder)
                                    .columns())
                            .ifPresent(found -> columns(at + "/attributes/" + attribute, found)));
        });
        stream.orders().ifPresent(orders -> columns(pointer + "/orders"));
        stream.relations().ifPresent(relations -> columns(pointer + "/relations"));
    }

    private void columns(String pointer) {
        read(() -> StreamMapping.of(connector.source(), stream, folder).columns())
                .ifPresent(found -> columns(pointer, found));
    }

    /** The columns of a mapping; none if it is broken, which is told where it stands. */
    private static Optional<Set<String>> read(Supplier<Set<String>> columns) {
        try {
            return Optional.of(columns.get());
        } catch (IllegalArgumentException | ConnectException broken) {
            return Optional.empty();
        }
    }

    private void columns(String pointer, Set<String> columns) {
        columns.forEach(
                column -> obstacle(column).ifPresent(message -> problems.add(document.problem(pointer, message))));
    }

    private Optional<String> obstacle(String column) {
        if (connector instanceof CaptureConnectorSettings) {
            return SQL_NAME.matcher(column).matches() || column.equals(CaptureConnectorSettings.TIMESTAMP)
                    ? Optional.empty()
                    : Optional.of("a column of a captured table must be a plain SQL name such as FAMILY_NAME or "
                            + CaptureConnectorSettings.TIMESTAMP + ", which is when the change was committed, but is "
                            + column);
        }
        if (connector.sends()) {
            return column.startsWith("/") || Columns.isMark(column)
                    ? Optional.empty()
                    : Optional.of("a column of a message must be a JSON pointer such as /" + column
                            + " or a mark such as @key or @timestamp, but is " + column
                            + "; in an expression write row['/" + column + "']");
        }
        boolean isJson = connector instanceof HttpConnectorSettings
                || connector instanceof PushConnectorSettings
                || stream.format().isJson();
        if (isJson && !column.startsWith("/")) {
            return Optional.of("a column of JSON must be a JSON pointer such as /" + column + ", but is " + column
                    + "; in an expression write row['/" + column + "']");
        }
        if (stream.format() == FileFormat.XML && !XML_PATH.matcher(column).matches()) {
            return Optional.of("a column of XML must be a path inside the element such as address/city, @id or"
                    + " address/@type, but is " + column);
        }
        if (stream.format() == FileFormat.FIXED_WIDTH && !stream.fields().containsKey(column)) {
            return Optional.of("\"" + column + "\" is none of the stream's fields; "
                    + NearestWord.hint(column, stream.fields().keySet()));
        }
        return Optional.empty();
    }
}
