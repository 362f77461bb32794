package io.goldsmith.matching.standardise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A dictionary kept as a UTF-8 text resource: one entry a line, what follows a {@code #} is a comment. Entries are in standard form
 * already (upper-case ASCII); an entry may be a group, {@code FIRST = OTHER, OTHER}.
 */
final class WordFile {

    private WordFile() {}

    /** The entries of {@code io/goldsmith/matching/standardise/NAME.txt}. */
    static List<String> lines(String name) {
        String resource = name + ".txt";
        InputStream stream = WordFile.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("The dictionary " + resource + " is missing from matching-rules' jar.");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.indexOf('#') < 0 ? line : line.substring(0, line.indexOf('#')))
                    .map(line -> line.trim().toUpperCase(Locale.ROOT))
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The dictionary " + resource + " cannot be read.", unreadable);
        }
    }

    /** The entries of a file of groups: what stands before the {@code =} first, then what the commas part. */
    static List<List<String>> groups(String name) {
        return lines(name).stream()
                .map(line -> Arrays.stream(line.split("[=,]"))
                        .map(String::trim)
                        .filter(word -> !word.isEmpty())
                        .toList())
                .toList();
    }
}
