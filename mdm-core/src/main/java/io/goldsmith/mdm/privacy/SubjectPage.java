package io.goldsmith.mdm.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The form to read: an HTML page that needs nothing else and runs nothing; every text is escaped. */
final class SubjectPage implements SubjectDocument {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>What we hold about you</title>
            <style>
            body { font-family: sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; }
            table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; }
            th, td { text-align: left; vertical-align: top; border-bottom: 1px solid #ccc; padding: 0.3rem 0.6rem; }
            th { width: 14rem; font-weight: 600; }
            </style>
            </head>
            <body>
            """;

    private final Writer to;

    /** Does not close the writer. */
    SubjectPage(Writer to) {
        this.to = to;
    }

    @Override
    public void begin(String goldenId, Instant exportedAt) {
        write(HEAD);
        write("<h1>What we hold about you</h1>\n<p>Customer " + escaped(goldenId) + ", as of "
                + escaped(exportedAt.toString()) + ".</p>\n");
    }

    @Override
    public void section(String name) {
        write("<h2>" + escaped(title(name)) + "</h2>\n");
    }

    @Override
    public void entry(Map<String, ?> fields) {
        write("<table>\n");
        fields.forEach((name, value) ->
                write("<tr><th scope=\"row\">" + escaped(title(name)) + "</th><td>" + cell(value) + "</td></tr>\n"));
        write("</table>\n");
    }

    @Override
    public void end() {
        write("</body>\n</html>\n");
        try {
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code sourceRecords} as {@code Source records}. */
    private static String title(String name) {
        StringBuilder title = new StringBuilder();
        for (char letter : name.toCharArray()) {
            if (Character.isUpperCase(letter)) {
                title.append(' ').append(Character.toLowerCase(letter));
            } else {
                title.append(letter == '_' ? ' ' : letter);
            }
        }
        title.setCharAt(0, Character.toUpperCase(title.charAt(0)));
        return title.toString();
    }

    private static String cell(Object value) {
        if (value instanceof Collection<?> items) {
            return items.stream().map(SubjectPage::cell).collect(Collectors.joining("<br>"));
        }
        if (value instanceof Map<?, ?> fields) {
            return fields.entrySet().stream()
                    .map(field -> escaped(title(field.getKey().toString())) + ": " + cell(field.getValue()))
                    .collect(Collectors.joining("<br>"));
        }
        return escaped(value.toString());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private void write(String text) {
        try {
            to.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
