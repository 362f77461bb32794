package io.goldsmith.app.cli;

import io.goldsmith.connect.preview.Preview;
import io.goldsmith.connect.preview.PreviewedAttribute;
import io.goldsmith.connect.preview.PreviewedRow;
import io.goldsmith.connect.preview.PreviewedRow.Outcome;
import io.goldsmith.connect.preview.PreviewedRow.Remark;
import io.goldsmith.connect.preview.StreamPreview;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.ColorScheme;

/**
 * A preview for a terminal of {@value #WIDTH} columns: of each stream how it is mapped, then row after row, an attribute in a line. A
 * value that a step does not change is shown as {@code =}.
 */
final class PreviewText {

    static final int WIDTH = 100;

    private static final int ATTRIBUTE = 20;
    private static final int VALUE = 25;
    private static final int COLUMNS = 44;
    private static final String SAME = "=";
    private static final String NOTHING = "(none)";

    private final PrintWriter out;
    private final ColorScheme colours;

    PreviewText(PrintWriter out, ColorScheme colours) {
        this.out = out;
        this.colours = colours;
    }

    void print(Preview preview) {
        preview.streams().forEach(stream -> print(preview, stream));
    }

    private void print(Preview preview, StreamPreview stream) {
        String title =
                preview.connector() + " · " + stream.stream() + " · " + stream.holds() + " from " + stream.place();
        out.println(colours.text("@|bold " + escaped(cut(title, WIDTH)) + "|@"));
        if (!stream.failure().isEmpty()) {
            out.println(colours.errorText("  cannot be read: " + stream.failure()));
            out.println();
            return;
        }
        out.println("  " + counts(stream) + ". Nothing was landed.");
        if (!stream.attributes().isEmpty()) {
            mapping(stream.attributes());
        }
        stream.rows().forEach(row -> print(stream, row));
        out.println();
    }

    private static String counts(StreamPreview stream) {
        List<String> counts = new ArrayList<>();
        counts.add(stream.rows().size() + (stream.rows().size() == 1 ? " row" : " rows"));
        for (Outcome outcome : Outcome.values()) {
            if (stream.count(outcome) > 0) {
                counts.add(stream.count(outcome) + " " + word(outcome));
            }
        }
        return String.join(", ", counts);
    }

    private static String word(Outcome outcome) {
        return outcome == Outcome.LANDS ? "would land" : outcome.name().toLowerCase(Locale.ROOT);
    }

    private void mapping(List<PreviewedAttribute> attributes) {
        out.println();
        out.println(
                faint("  " + padded("attribute", ATTRIBUTE) + " " + padded("read from", COLUMNS) + " written back"));
        for (PreviewedAttribute attribute : attributes) {
            String columns = (attribute.columns().isEmpty() ? "—" : String.join(", ", attribute.columns()))
                    + (attribute.when().isEmpty() ? "" : " when " + attribute.when());
            String start = "  " + padded(attribute.attribute(), ATTRIBUTE) + " " + padded(columns, COLUMNS) + " ";
            if (attribute.reversible()) {
                out.println(start + "yes");
            } else {
                List<String> lines = wrapped("no: " + attribute.obstacle(), WIDTH - start.length());
                out.println(start + lines.get(0));
                lines.stream().skip(1).forEach(line -> out.println(" ".repeat(start.length()) + line));
            }
        }
    }

    private void print(StreamPreview stream, PreviewedRow row) {
        out.println();
        String name = row.key().isEmpty() ? row.origin() : row.key();
        String outcome = word(row.outcome());
        String rule = "── " + cut(clean(name), WIDTH - outcome.length() - 10) + " ";
        String line = rule + "─".repeat(WIDTH - rule.length() - outcome.length() - 1) + " " + outcome;
        out.println(
                row.outcome() == Outcome.LANDS ? line : colours.errorText(line).toString());
        if (row.outcome() == Outcome.UNREADABLE) {
            row.raw()
                    .forEach((column, texts) -> out.println("  " + padded(column.isEmpty() ? "line" : column, ATTRIBUTE)
                            + " " + cut(clean(joined(texts)), WIDTH - ATTRIBUTE - 3)));
        } else {
            values(stream, row);
        }
        row.remarks().forEach(this::remark);
    }

    private void values(StreamPreview stream, PreviewedRow row) {
        Set<String> shown = new HashSet<>();
        boolean isRecord = !stream.attributes().isEmpty();
        if (!isRecord) {
            fields(row);
            return;
        }
        out.println(faint("  " + padded("attribute", ATTRIBUTE) + " " + padded("raw", VALUE) + " "
                + padded("mapped", VALUE) + " standard"));
        for (PreviewedAttribute attribute : stream.attributes()) {
            List<String> raw = texts(row.raw(), attribute.columns());
            List<String> mapped = row.mapped().getOrDefault(attribute.attribute(), List.of());
            List<String> standard = row.standard().getOrDefault(attribute.attribute(), List.of());
            boolean isMeant = attribute.when().isEmpty() && !raw.isEmpty();
            if (isMeant || !mapped.isEmpty()) {
                line(attribute.attribute(), raw, mapped, standard);
                shown.add(attribute.attribute());
            }
        }
        Collection<String> empty = stream.attributes().stream()
                .map(PreviewedAttribute::attribute)
                .filter(attribute -> !shown.contains(attribute))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!empty.isEmpty()) {
            wrapped("without a value: " + String.join(", ", empty), WIDTH - 2)
                    .forEach(line -> out.println(faint("  " + line)));
        }
    }

    /** Of orders and relations, which column becomes which field is plain to see. */
    private void fields(PreviewedRow row) {
        row.mapped()
                .forEach((field, values) -> out.println(
                        "  " + padded(field, ATTRIBUTE) + " " + cut(clean(joined(values)), WIDTH - ATTRIBUTE - 3)));
        List<String> raw = row.raw().entrySet().stream()
                .filter(column -> !column.getValue().isEmpty())
                .map(column -> column.getKey() + " " + clean(joined(column.getValue())))
                .toList();
        wrapped("raw: " + String.join(", ", raw), WIDTH - 2).forEach(line -> out.println(faint("  " + line)));
    }

    private void line(String attribute, List<String> raw, List<String> mapped, List<String> standard) {
        int lines = Math.max(1, Math.max(raw.size(), Math.max(mapped.size(), standard.size())));
        boolean sameMapped = mapped.equals(raw);
        boolean sameStandard = standard.equals(mapped) && !mapped.isEmpty();
        List<String> shown = mapped.isEmpty() ? List.of(NOTHING) : mapped;
        for (int i = 0; i < lines; i++) {
            String text = "  " + padded(i == 0 ? attribute : "", ATTRIBUTE) + " " + padded(at(raw, i), VALUE) + " "
                    + padded(sameMapped ? (i == 0 ? SAME : "") : at(shown, i), VALUE) + " "
                    + cut(sameStandard ? (i == 0 ? SAME : "") : at(standard, i), VALUE);
            out.println(text.stripTrailing());
        }
    }

    private void remark(Remark remark) {
        String what = remark.attribute().isEmpty() ? "" : remark.attribute() + " ";
        String rule = remark.rule().isEmpty() ? "" : " (" + remark.rule() + ")";
        List<String> lines = wrapped(remark.kind() + ": " + what + remark.reason() + rule, WIDTH - 4);
        for (int i = 0; i < lines.size(); i++) {
            String line = (i == 0 ? "  ! " : "    ") + lines.get(i);
            out.println(
                    remark.kind().equals("warns")
                            ? line
                            : colours.errorText(line).toString());
        }
    }

    private static List<String> texts(Map<String, List<String>> raw, List<String> columns) {
        return columns.stream()
                .flatMap(column -> raw.getOrDefault(column, List.of()).stream())
                .toList();
    }

    private static String at(List<String> values, int position) {
        return position < values.size() ? clean(values.get(position)) : "";
    }

    private static String joined(List<String> values) {
        return String.join(" | ", values);
    }

    /** A value must neither move the cursor nor break the table. */
    private static String clean(String value) {
        return value.codePoints()
                .map(character -> Character.isISOControl(character) || Character.getType(character) == Character.FORMAT
                        ? '·'
                        : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String cut(String text, int width) {
        return text.codePointCount(0, text.length()) <= width
                ? text
                : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }

    private static String padded(String text, int width) {
        String cut = cut(text, width);
        return cut + " ".repeat(width - cut.codePointCount(0, cut.length()));
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(cut(word, width));
        }
        lines.add(line.toString());
        return lines;
    }

    private String faint(String text) {
        return colours.text("@|faint " + escaped(text.stripTrailing()) + "|@").toString();
    }

    /** Text that holds no markup of the command line's library. */
    private static String escaped(String text) {
        return text.replace("@|", "@ |").replace("|@", "| @");
    }
}
