package io.goldsmith.matching.record;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the line that is no UTF-8, for the message: a decoder does not say. */
final class Utf8Lines {

    private Utf8Lines() {}

    /** The first line, from 1, that is no UTF-8; 0 if every line is. */
    static long firstMalformed(Path path) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long number = 1;
            for (int read = bytes.read(); read >= 0; read = bytes.read()) {
                line.write(read);
                if (read == '\n') {
                    if (isMalformed(line)) {
                        return number;
                    }
                    line.reset();
                    number++;
                }
            }
            return isMalformed(line) ? number : 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path + " cannot be read.", unreadable);
        }
    }

    private static boolean isMalformed(ByteArrayOutputStream line) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray()));
            return false;
        } catch (CharacterCodingException malformed) {
            return true;
        }
    }
}
