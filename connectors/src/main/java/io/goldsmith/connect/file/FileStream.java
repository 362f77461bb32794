package io.goldsmith.connect.file;

import io.goldsmith.connect.mapping.StreamMapping;
import java.util.regex.Pattern;

/**
 * The files of an inbox that hold the same.
 *
 * @param glob the pattern as it is written
 * @param pattern what their names are like: a regular expression
 */
record FileStream(String glob, Pattern pattern, StreamMapping mapping) {

    /** @param glob a name with {@code *} and {@code ?} */
    static FileStream of(String glob, StreamMapping mapping) {
        return new FileStream(glob, pattern(glob), mapping);
    }

    /**
     * What names of a glob are like.
     *
     * @param glob a name with {@code *} and {@code ?}
     */
    static Pattern pattern(String glob) {
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
        return pattern.matcher(name).matches();
    }
}
