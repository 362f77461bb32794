package io.goldsmith.matching.suggest;

import io.goldsmith.matching.standardise.Standardiser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the word lists that lie in this module's jar: text, one entry or group {@code FIRST = OTHER, OTHER} a line, comments behind #. */
final class WordList {

    private WordList() {}

    /** Every word of a dictionary of the standardisers, whatever it stands for. */
    static Set<String> ofDictionary(String name) {
        return lines(Standardiser.class, name).stream()
                .flatMap(line -> Arrays.stream(line.split("[=,]")))
                .map(String::trim)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The lines of a list that lies beside {@code owner}, without comments and empty ones. */
    static List<String> lines(Class<?> owner, String name) {
        try (InputStream stream = owner.getResourceAsStream(name + ".txt")) {
            if (stream == null) {
                throw new IllegalStateException("The word list " + name + ".txt is missing from matching-rules' jar.");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return reader.lines()
                    .map(line -> line.indexOf('#') < 0 ? line : line.substring(0, line.indexOf('#')))
                    .map(String::trim)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The word list " + name + ".txt cannot be read.", unreadable);
        }
    }
}
