package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a system drops its files: a folder, or {@code sftp://host:port/path}, {@code ftps://host/path}, {@code ftp://host/path}.
 *
 * @param text as it is written
 */
public record InboxAddress(@JsonValue String text) {

    private static final Pattern REMOTE = Pattern.compile("(?i)(sftp|ftps|ftp)://.*");
    private static final Pattern OTHER = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");

    /** How a server is spoken to. */
    public enum Protocol {
        SFTP(22),
        FTPS(21),
        FTP(21);

        private final int port;

        Protocol(int port) {
            this.port = port;
        }
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if it looks like a URL and is none of a server that the hub can speak to
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static InboxAddress of(String text) {
        InboxAddress address = new InboxAddress(text);
        if (OTHER.matcher(text).matches() && !address.isRemote()) {
            throw new IllegalArgumentException(
                    "An inbox must be a folder, or begin with sftp://, ftps:// or ftp://, but begins with "
                            + text.substring(0, text.indexOf("://") + 3));
        }
        if (address.isRemote()) {
            URI url = address.url();
            if (url.getHost() == null
                    || url.getUserInfo() != null
                    || url.getPath().isEmpty()) {
                // A password may stand in it: the address stays out of the message.
                throw new IllegalArgumentException(
                        "An inbox on a server must be like sftp://host:22/path, without user and password, which have"
                                + " keys of their own");
            }
        }
        return address;
    }

    /** Whether it is on a server. */
    public boolean isRemote() {
        return REMOTE.matcher(text).matches();
    }

    /** The folder, of an inbox that is on no server. */
    public Path folder(Path hubFolder) {
        return hubFolder.resolve(text).normalize();
    }

    /** How the server is spoken to. */
    public Protocol protocol() {
        return Protocol.valueOf(url().getScheme().toUpperCase(Locale.ROOT));
    }

    /** The server. */
    public String host() {
        return url().getHost();
    }

    /** The server's port, the protocol's own if none is written. */
    public int port() {
        return url().getPort() > 0 ? url().getPort() : protocol().port;
    }

    /** The folder on the server, without a slash at its end; a path that begins with {@code /~/} begins in the user's own folder. */
    public String path() {
        String path = url().getPath().replaceAll("/+$", "");
        if (path.equals("/~")) {
            return ".";
        }
        return path.startsWith("/~/") ? path.substring(3) : path.isEmpty() ? "/" : path;
    }

    private URI url() {
        try {
            return URI.create(text.replace(" ", "%20"));
        } catch (IllegalArgumentException notOne) {
            throw new IllegalArgumentException("An inbox on a server must be like sftp://host:22/path, but is no URL");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
