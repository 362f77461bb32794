package io.goldsmith.connect.file;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which files are a stream's: {@code clients-*.csv}, and of archives {@code export-*.zip/clients-*.csv}, or all that they hold by
 * {@code export-*.zip}.
 *
 * @param file what names of files are like
 * @param entry what names in archives are like; empty: all are the stream's
 */
record FileNames(Pattern file, Optional<Pattern> entry) {

    /** @param glob names with {@code *} and {@code ?}, of files, or of archives and behind a slash of what they hold */
    static FileNames of(String glob) {
        int slash = glob.indexOf('/');
        return slash < 0
                ? new FileNames(pattern(glob), Optional.empty())
                : new FileNames(pattern(glob.substring(0, slash)), Optional.of(pattern(glob.substring(slash + 1))));
    }

    private static Pattern pattern(String glob) {
        StringBuilder expression = new StringBuilder();
        for (char character : glob.toCharArray()) {
            switch (character) {
                case '*' -> expression.append(".*");
                case '?' -> expression.append('.');
                default -> expression.append(Pattern.quote(String.valueOf(character)));
            }
        }
        return Pattern.compile(expression.toString());
    }

    boolean holds(String name) {
        return file.matcher(name).matches();
    }

    /** Whether an entry of an archive that it holds is the stream's, by its name with or without folders; a file has the entry "". */
    boolean holdsEntry(String name) {
        return entry.isEmpty()
                || entry.get().matcher(name).matches()
                || entry.get()
                        .matcher(name.substring(name.lastIndexOf('/') + 1))
                        .matches();
    }
}
