package io.goldsmith.connect.reference;

import io.goldsmith.connect.reference.KindReference.KeyReference;
import java.util.List;

/** The kinds of connectors as a chapter of the documentation. */
public final class KindsMarkdown {

    private KindsMarkdown() {}

    /** One section for each kind, with a table of its keys; lines end in {@code \n}. */
    public static String of(List<KindReference> kinds) {
        StringBuilder text = new StringBuilder();
        for (KindReference kind : kinds) {
            text.append("### `").append(kind.name()).append("`\n\n");
            text.append(kind.description()).append("\n\n");
            text.append("| key | takes | default | meaning |\n|---|---|---|---|\n");
            kind.keys().forEach(key -> row(text, key));
            text.append('\n');
        }
        return text.toString();
    }

    private static void row(StringBuilder text, KeyReference key) {
        String otherwise =
                key.isRequired() ? "required" : key.defaultText().isEmpty() ? "" : "`" + cell(key.defaultText()) + "`";
        text.append("| `")
                .append(key.name())
                .append("` | ")
                .append(cell(key.values()))
                .append(" | ")
                .append(otherwise)
                .append(" | ")
                .append(cell(key.description()))
                .append(" |\n");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
