package io.goldsmith.matching.record;

import io.goldsmith.matching.MatchingException;
import java.nio.file.Path;

/**
 * What the first bytes of a CSV file tell.
 *
 * @param markLength how many bytes the byte order mark takes, 0 if there is none
 * @param separator whichever of comma, semicolon and tab the first line that is not empty has most of
 */
record CsvStart(int markLength, byte separator) {

    /**
     * Looks at the start of a file.
     *
     * @throws MatchingException if there is nothing, or if it is no UTF-8 text
     */
    static CsvStart of(Path path, byte[] bytes) {
        if (bytes.length == 0) {
            throw empty(path);
        }
        boolean marked =
                bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
        int[] counts = new int[3];
        int position = marked ? 3 : 0;
        while (position < bytes.length && isBreak(bytes[position])) {
            position++;
        }
        for (; position < bytes.length && !isBreak(bytes[position]); position++) {
            int separator = ",;\t".indexOf(bytes[position]);
            if (separator >= 0) {
                counts[separator]++;
            } else if (bytes[position] == 0) {
                throw new MatchingException(
                        path
                                + ":1: the header holds NUL characters, so the file is UTF-16 or no text; convert it to UTF-8, for example with iconv.");
            }
        }
        boolean semicolon = counts[1] > counts[0] && counts[1] >= counts[2];
        char separator = semicolon ? ';' : counts[2] > counts[0] ? '\t' : ',';
        return new CsvStart(marked ? 3 : 0, (byte) separator);
    }

    static MatchingException empty(Path path) {
        return new MatchingException(path + ": the file is empty; expected a header line with column names.");
    }

    private static boolean isBreak(byte current) {
        return current == '\n' || current == '\r';
    }
}
