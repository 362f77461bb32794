package io.goldsmith.connect.mapping;

import io.goldsmith.connect.settings.BooleanFormatSettings;
import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.record.CsvFile;
import io.goldsmith.matching.record.CsvLine;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The source's codes and what they mean. Backwards the first code of a meaning counts. Immutable.
 */
final class CodeTable {

    /** The most codes of a file. */
    static final int MOST_CODES = 100_000;

    private static final int SHOWN = 20;

    private final Map<String, String> meanings;
    private final Map<String, String> codes = new HashMap<>();
    private final boolean isFolded;
    private final String shown;

    private CodeTable(Map<String, String> meanings, boolean isFolded, String shown) {
        this.isFolded = isFolded;
        this.shown = shown;
        this.meanings = new LinkedHashMap<>();
        meanings.forEach((code, meaning) -> {
            this.meanings.putIfAbsent(folded(code), meaning);
            codes.putIfAbsent(meaning, code);
        });
    }

    /** The codes that stand in the configuration. */
    static CodeTable of(Map<String, String> meanings) {
        String few = meanings.keySet().stream().limit(SHOWN).collect(Collectors.joining(", "));
        return new CodeTable(meanings, false, "the codes " + few + (meanings.size() > SHOWN ? ", …" : ""));
    }

    /** Words for yes and no, which mean {@code true} and {@code false}, in any case. */
    static CodeTable of(BooleanFormatSettings words) {
        Map<String, String> meanings = new LinkedHashMap<>();
        words.yes().forEach(word -> meanings.put(word, "true"));
        words.no().forEach(word -> meanings.put(word, "false"));
        return new CodeTable(meanings, true, "the words " + String.join(", ", meanings.keySet()));
    }

    /**
     * Reads the codes of a CSV file with a header: the first column holds them, the second what they mean.
     *
     * @param folder the hub's folder
     * @param name the file, relative to it
     * @throws CodeTableException naming file and line if it cannot be read, has no two columns, a code twice or without meaning, or too
     *     many
     */
    static CodeTable read(Path folder, String name) {
        Map<String, String> meanings = new LinkedHashMap<>();
        try (CsvFile file = CsvFile.open(folder.resolve(name))) {
            if (file.header().size() != 2) {
                throw new CodeTableException(
                        name + ":1: a file of codes must have two columns, the code and what it means," + " but has "
                                + file.header().size());
            }
            while (file.hasNext()) {
                add(file.next(), name, meanings);
            }
        } catch (MatchingException unreadable) {
            throw new CodeTableException(unreadable.getMessage());
        }
        if (meanings.isEmpty()) {
            throw new CodeTableException(name + ": a file of codes must have a line for each code, but has none");
        }
        return new CodeTable(meanings, false, "the " + meanings.size() + " codes of " + name);
    }

    private static void add(CsvLine line, String name, Map<String, String> meanings) {
        String at = name + ":" + line.number() + ": ";
        if (!line.wellFormed()) {
            throw new CodeTableException(
                    at + "a line must have two fields, but has " + line.fields().size());
        }
        String code = line.fields().get(0).trim();
        String meaning = line.fields().get(1).trim();
        if (code.isEmpty() || meaning.isEmpty()) {
            throw new CodeTableException(at + "a code and its meaning must not be empty, but one is");
        }
        if (meanings.put(code, meaning) != null) {
            throw new CodeTableException(at + "the code " + code + " stands twice; keep one");
        }
        if (meanings.size() > MOST_CODES) {
            throw new CodeTableException(
                    at + "a file of codes must have at most " + MOST_CODES + " codes, but has more");
        }
    }

    private String folded(String code) {
        return isFolded ? code.toLowerCase(Locale.ROOT) : code;
    }

    /** What a code means, empty if it is in no line. */
    Optional<String> meaning(String code) {
        return Optional.ofNullable(meanings.get(folded(code)));
    }

    /** The first code of a meaning, empty if there is none. */
    Optional<String> code(String meaning) {
        return Optional.ofNullable(codes.get(meaning));
    }

    /** What a message says that is expected. */
    String shown() {
        return shown;
    }
}
