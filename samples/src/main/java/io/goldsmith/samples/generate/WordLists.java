package io.goldsmith.samples.generate;

import io.goldsmith.samples.SamplesException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The word lists beside this class. Lines that begin with # are comments; & stands for a space within a word. */
final class WordLists {

    private WordLists() {}

    static List<String> lines(String name) {
        try (InputStream in = WordLists.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new SamplesException(
                        "The word list " + name + " is not on the class path; build the module anew.");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .toList();
        } catch (IOException e) {
            throw new SamplesException("The word list " + name + " cannot be read; build the module anew.", e);
        }
    }

    /** The lines of the form {@code key: words}. */
    static Map<String, String> sections(String name) {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String line : lines(name)) {
            int colon = line.indexOf(": ");
            sections.put(line.substring(0, colon), line.substring(colon + 2));
        }
        return sections;
    }

    static List<String> words(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(word -> word.replace('&', ' '))
                .toList();
    }
}
