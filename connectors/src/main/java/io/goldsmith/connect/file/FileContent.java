package io.goldsmith.connect.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * What a file, or an entry of an archive, holds. Read once.
 *
 * @param name the file's, for origins and messages
 * @param charset the encoding of a text that does not say its own by a byte order mark
 */
record FileContent(String name, InputStream bytes, Charset charset) {

    /** Stands where bytes are none of the encoding. */
    private static final char NOT_A_CHARACTER = '\uFFFD';

    private static final int BUFFER = 1 << 16;

    /** The content as text, without its byte order mark; buffered. */
    Text text() throws IOException {
        PushbackInputStream begun = new PushbackInputStream(bytes, 3);
        byte[] first = new byte[3];
        int length = begun.readNBytes(first, 0, first.length);
        Charset found = charset;
        int mark = 0;
        if (length == 3 && unsigned(first, 0) == 0xEF && unsigned(first, 1) == 0xBB && unsigned(first, 2) == 0xBF) {
            found = StandardCharsets.UTF_8;
            mark = 3;
        } else if (length >= 2 && unsigned(first, 0) == 0xFF && unsigned(first, 1) == 0xFE) {
            found = StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (length >= 2 && unsigned(first, 0) == 0xFE && unsigned(first, 1) == 0xFF) {
            found = StandardCharsets.UTF_16BE;
            mark = 2;
        }
        begun.unread(first, mark, length - mark);
        return new Text(
                new BufferedReader(
                        new InputStreamReader(
                                begun,
                                found.newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPLACE)
                                        .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                        BUFFER),
                found);
    }

    private static int unsigned(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    /**
     * The content as text.
     *
     * @param charset its encoding
     */
    record Text(Reader reader, Charset charset) {

        /** Whether a piece of it has bytes that are not of the encoding. */
        boolean isBroken(String piece) {
            return piece.indexOf(NOT_A_CHARACTER) >= 0;
        }

        /** Why such a piece cannot be read. */
        String broken() {
            return "the text must be " + charset + ", but has bytes that are not; check the connector's charset";
        }
    }

    /** Its name alone: values are personal data. */
    @Override
    public String toString() {
        return "FileContent[" + name + "]";
    }
}
