package io.goldsmith.connect.file.remote;

import java.time.Instant;

/**
 * A file on a server.
 *
 * @param name without a folder
 * @param size in bytes
 * @param modified when it was last written, by the server's clock; whole seconds on most
 */
public record RemoteFile(String name, long size, Instant modified) {

    private static final int LONGEST_NAME = 255;

    /** Whether it can be the name of a file here: a server may say anything. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(character -> character == '/' || character == '\\' || character < ' ');
    }
}
