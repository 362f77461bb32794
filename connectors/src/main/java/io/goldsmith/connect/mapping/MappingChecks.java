package io.goldsmith.connect.mapping;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.settings.AttributeMappingSettings;
import io.goldsmith.connect.settings.BooleanFormatSettings;
import io.goldsmith.connect.settings.ConnectorSettings;
import io.goldsmith.connect.settings.ConnectorsSettings;
import io.goldsmith.connect.settings.FileTargetSettings;
import io.goldsmith.connect.settings.JdbcTargetSettings;
import io.goldsmith.connect.settings.RecordsSettings;
import io.goldsmith.connect.settings.ReferenceSettings;
import io.goldsmith.connect.settings.ReplicationSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.settings.TargetSettings;
import io.goldsmith.connect.settings.UnknownCode;
import io.goldsmith.connect.settings.WriteSettings;
import io.goldsmith.matching.settings.NearestWord;
import io.goldsmith.matching.settings.SettingsDocument;
import io.goldsmith.matching.settings.SettingsProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What no schema can check of the mappings: expressions, code tables, patterns, and whether what a target gets can be written back. */
public final class MappingChecks {

    private final SettingsDocument document;
    private final Path folder;
    private final List<SettingsProblem> problems = new ArrayList<>();

    private MappingChecks(SettingsDocument document, Path folder) {
        this.document = document;
        this.folder = folder;
    }

    /**
     * Checks the mappings of every stream, and what targets use of them.
     *
     * @param folder the hub's folder, which files of codes are relative to
     * @return every problem, by line and key
     */
    public static List<SettingsProblem> problems(
            SettingsDocument document, Path folder, ConnectorsSettings connectors, ReplicationSettings replication) {
        MappingChecks checks = new MappingChecks(document, folder);
        connectors.connectors().forEach((name, connector) -> {
            for (int i = 0; i < connector.streams().size(); i++) {
                String pointer = "/connectors/" + name + "/streams/" + i;
                StreamSettings stream = connector.streams().get(i);
                checks.stream(pointer, stream);
                stream.reference().ifPresent(reference -> checks.reference(pointer + "/reference", reference));
                checks.problems.addAll(ColumnChecks.problems(document, folder, pointer, connector, stream));
            }
        });
        replication.targets().forEach((name, target) -> checks.target("/replication/" + name, target, connectors));
        return List.copyOf(checks.problems);
    }

    private void reference(String pointer, ReferenceSettings reference) {
        List<String> fields = ReferenceMapping.fields(reference.layout());
        reference.columns().keySet().stream()
                .filter(field -> !fields.contains(field))
                .forEach(field -> problem(
                        pointer + "/columns/" + field,
                        "\"" + field + "\" is no field of " + reference.layout().word() + "; "
                                + NearestWord.hint(field, fields)));
    }

    private void stream(String pointer, StreamSettings stream) {
        stream.records()
                .ifPresent(records -> records.attributes()
                        .forEach((attribute, mapping) -> attribute(
                                pointer + "/records/attributes/" + attribute,
                                mapping,
                                records.attributes().keySet())));
    }

    private void attribute(String pointer, AttributeMappingSettings mapping, Set<String> attributes) {
        if (mapping.origins() != 1) {
            problem(
                    pointer,
                    "a mapping must have exactly one of column, columns, constant, expression, but has "
                            + mapping.origins());
        }
        if (mapping.formats() > 1) {
            problem(
                    pointer,
                    "a mapping must have at most one of codes, codes-file, format, timestamp, number, boolean, but has "
                            + mapping.formats());
        }
        boolean hasCodes = !mapping.codes().isEmpty()
                || mapping.codesFile().isPresent()
                || mapping.words().isPresent();
        if (mapping.unknownCode() != UnknownCode.REJECT && !hasCodes) {
            problem(
                    pointer + "/unknown-code",
                    "an unknown code needs codes, codes-file or boolean beside it, but has none");
        }
        mapping.words().ifPresent(words -> words(pointer + "/boolean", words));
        if (mapping.expression().isPresent()) {
            expression(pointer, mapping, attributes);
        } else if (mapping.write().isPresent()) {
            problem(
                    pointer + "/write",
                    "only an expression has expressions to write it back; leave it out: columns are"
                            + " written back by themselves");
        }
        format(pointer, mapping);
    }

    private void words(String pointer, BooleanFormatSettings words) {
        Set<String> yes =
                words.yes().stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        words.no().stream()
                .filter(word -> yes.contains(word.toLowerCase(Locale.ROOT)))
                .forEach(word -> problem(pointer + "/no", "a word must mean yes or no, but " + word + " means both"));
    }

    private void expression(String pointer, AttributeMappingSettings mapping, Set<String> attributes) {
        boolean hasMore = mapping.formats() > 0
                || mapping.join().isPresent()
                || mapping.split().isPresent()
                || mapping.name().isPresent();
        if (hasMore) {
            problem(
                    pointer,
                    "an expression stands alone, with write and when, but has another key beside it; say it in the"
                            + " expression");
        }
        compiled(pointer + "/expression", mapping.expression().orElseThrow())
                .ifPresent(expression -> mapping.write()
                        .ifPresent(write -> write(pointer + "/write", write, expression.names(), attributes)));
    }

    private void write(String pointer, WriteSettings write, Set<String> columns, Set<String> attributes) {
        Map<String, String> byColumn;
        try {
            byColumn = ComputedAttribute.byColumn(write, columns);
        } catch (IllegalArgumentException others) {
            problem(pointer, others.getMessage());
            return;
        }
        byColumn.forEach((column, text) -> {
            String at = write.only().isPresent()
                    ? pointer
                    : pointer + "/" + column.replace("~", "~0").replace("/", "~1");
            compiled(at, text)
                    .ifPresent(expression -> expression.names().stream()
                            .filter(name -> !attributes.contains(name))
                            .forEach(name -> problem(
                                    at,
                                    "\"" + name + "\" is no attribute of the stream's mapping; "
                                            + NearestWord.hint(name, attributes))));
        });
    }

    private Optional<Expression> compiled(String pointer, String text) {
        try {
            return Optional.of(Expression.of(text));
        } catch (BrokenExpressionException broken) {
            problem(pointer, broken.getMessage());
            return Optional.empty();
        }
    }

    private void format(String pointer, AttributeMappingSettings mapping) {
        try {
            ValueFormat.of(mapping, folder);
        } catch (CodeTableException unreadable) {
            problem(pointer + "/codes-file", unreadable.getMessage());
        } catch (IllegalArgumentException noPattern) {
            String key = mapping.timestamp().isPresent() ? "/timestamp/format" : "/format";
            problem(pointer + key, "a pattern must be like dd/MM/yyyy, but " + noPattern.getMessage());
        }
    }

    private void target(String pointer, TargetSettings target, ConnectorsSettings connectors) {
        String[] names = target.mapping().split("/", 2);
        Optional.ofNullable(connectors.connectors().get(names[0]))
                .map(ConnectorSettings::streams)
                .orElse(List.of())
                .stream()
                .filter(stream -> names.length == 2 && stream.name().equals(names[1]))
                .flatMap(stream -> stream.records().stream())
                .findFirst()
                .ifPresent(records -> written(pointer, target, records));
    }

    private void written(String pointer, TargetSettings target, RecordsSettings records) {
        for (int i = 0; i < target.attributes().size(); i++) {
            String attribute = target.attributes().get(i);
            AttributeMappingSettings mapping = records.attributes().get(attribute);
            Optional<String> obstacle = mapping == null
                    ? Optional.empty()
                    : mapped(attribute, mapping).flatMap(AttributeMapping::obstacle);
            if (obstacle.isPresent()) {
                problem(
                        pointer + "/attributes/" + i,
                        "an attribute that is written must have a mapping that can be written back, but that of "
                                + attribute + " cannot: " + obstacle.get());
            }
        }
        Set<String> taken = taken(records, target instanceof JdbcTargetSettings);
        if (target instanceof JdbcTargetSettings jdbc) {
            besides(pointer + "/set", jdbc.set(), taken);
            taken.addAll(jdbc.set().keySet());
        }
        if (target instanceof FileTargetSettings) {
            target.create().ourKey().ifPresent(column -> beside(pointer + "/create/our-key", column, taken));
        }
        // Else what the hub marks would come back as what the source says.
        taken.add(records.timestamp().column());
        besides(pointer + "/on-merge/set", target.onMerge().set(), taken);
        target.onMerge().survivor().ifPresent(column -> beside(pointer + "/on-merge/survivor", column, taken));
        besides(pointer + "/on-delete/set", target.onDelete().set(), taken);
    }

    private Set<String> taken(RecordsSettings records, boolean isTable) {
        Set<String> taken = isTable ? new TreeSet<>(String.CASE_INSENSITIVE_ORDER) : new TreeSet<>();
        taken.add(records.key());
        records.attributes()
                .forEach((attribute, mapping) ->
                        mapped(attribute, mapping).ifPresent(found -> taken.addAll(found.columns())));
        return taken;
    }

    private void besides(String pointer, Map<String, String> columns, Set<String> taken) {
        columns.keySet()
                .forEach(column ->
                        beside(pointer + "/" + column.replace("~", "~0").replace("/", "~1"), column, taken));
    }

    /** A column that the hub sets by itself has one meaning only. */
    private void beside(String pointer, String column, Set<String> taken) {
        if (taken.contains(column)) {
            problem(
                    pointer,
                    "a column that is set must be neither the key nor mapped, nor set otherwise, but " + column
                            + " is");
        }
    }

    /** A mapping that is broken is told where it stands. */
    private Optional<AttributeMapping> mapped(String attribute, AttributeMappingSettings mapping) {
        try {
            return Optional.of(AttributeMapping.of(attribute, mapping, folder));
        } catch (IllegalArgumentException | ConnectException broken) {
            return Optional.empty();
        }
    }

    private void problem(String pointer, String message) {
        problems.add(document.problem(pointer, message));
    }
}
