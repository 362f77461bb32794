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
        StringBuilder expression = new StringBuilder();
        for (char character : glob.toCharArray()) {
            switch (character) {
                case '*' -> expression.append(".*");
                case '?' -> expression.append('.');
                default -> expression.append(Pattern.quote(String.valueOf(character)));
            }
        }
        return new FileStream(glob, Pattern.compile(expression.toString()), mapping);
    }

    boolean holds(String name) {
        return pattern.matcher(name).matches();
    }
}
