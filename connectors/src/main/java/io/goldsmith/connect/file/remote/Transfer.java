package io.goldsmith.connect.file.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies what comes from a server to a file here, and no more than was announced. */
final class Transfer {

    private static final int PIECE = 1 << 16;

    private Transfer() {}

    /**
     * Copies.
     *
     * @param size how many bytes were announced
     * @return whether it was as many
     * @throws IOException if the server is lost
     * @throws UncheckedIOException if it cannot be written here
     */
    static boolean copy(InputStream content, Path to, long size) throws IOException {
        long copied = 0;
        byte[] piece = new byte[PIECE];
        try (OutputStream out = open(to)) {
            int count = content.read(piece);
            while (count >= 0 && copied <= size) {
                write(out, piece, count);
                copied += count;
                count = copied <= size ? content.read(piece) : -1;
            }
        }
        return copied == size;
    }

    private static OutputStream open(Path to) {
        try {
            return Files.newOutputStream(to);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(OutputStream out, byte[] piece, int count) {
        try {
            out.write(piece, 0, count);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
