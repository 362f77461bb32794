package io.goldsmith.connect.file.remote;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import io.goldsmith.connect.settings.FileConnectorSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** A folder on an SFTP server. */
final class SftpFolder implements RemoteFolder {

    private final String connector;
    private final String address;
    private final String path;
    private final Session session;
    private final ChannelSftp channel;

    private SftpFolder(String connector, String address, String path, Session session, ChannelSftp channel) {
        this.connector = connector;
        this.address = address;
        this.path = path;
        this.session = session;
        this.channel = channel;
    }

    static SftpFolder connect(String connector, FileConnectorSettings settings, Path hubFolder) {
        Session session = SftpLogin.session(connector, settings, hubFolder);
        try {
            int timeout = Math.toIntExact(settings.timeout().toMillis());
            ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
            channel.connect(timeout);
            return new SftpFolder(
                    connector, settings.inbox().text(), settings.inbox().path(), session, channel);
        } catch (JSchException refused) {
            session.disconnect();
            throw new RemoteException(
                    "Connector " + connector + ": the server of " + settings.inbox()
                            + " lets the user in, but gives no SFTP; ask its operator",
                    refused);
        }
    }

    @Override
    public List<RemoteFile> list(String below, Predicate<String> wanted) {
        List<RemoteFile> files = new ArrayList<>();
        int[] seen = new int[1];
        try {
            channel.ls(quoted(in(below)), entry -> {
                seen[0]++;
                SftpATTRS attributes = entry.getAttrs();
                if (attributes.isReg() && RemoteFile.isName(entry.getFilename()) && wanted.test(entry.getFilename())) {
                    files.add(file(entry.getFilename(), attributes));
                }
                return seen[0] > MOST_ENTRIES
                        ? ChannelSftp.LsEntrySelector.BREAK
                        : ChannelSftp.LsEntrySelector.CONTINUE;
            });
        } catch (SftpException failure) {
            if (isMissing(failure) && !below.isEmpty()) {
                return List.of();
            }
            throw failed("cannot look into " + in(below), failure);
        }
        if (seen[0] > MOST_ENTRIES) {
            throw new RemoteException("Connector " + connector + ": a folder must hold at most " + MOST_ENTRIES
                    + " entries, but " + in(below) + " of " + address + " holds more; clear it");
        }
        files.sort(Comparator.comparing(RemoteFile::name));
        return files;
    }

    private static RemoteFile file(String name, SftpATTRS attributes) {
        return new RemoteFile(
                name, attributes.getSize(), Instant.ofEpochSecond(Integer.toUnsignedLong(attributes.getMTime())));
    }

    @Override
    public boolean download(String below, RemoteFile file, Path to) {
        String from = in(below) + "/" + file.name();
        try (InputStream content = channel.get(quoted(from))) {
            boolean isWhole = Transfer.copy(content, to, file.size());
            // The server is asked before the answer is believed: a connection that was lost looks like the end of a
            // file.
            boolean isSame = file(file.name(), channel.lstat(quoted(from))).equals(file);
            return isWhole && isSame;
        } catch (SftpException failure) {
            throw failed("cannot read " + from, failure);
        } catch (IOException failure) {
            throw failed("lost the server while reading " + from, failure);
        }
    }

    @Override
    public void move(RemoteFile file, String below) {
        String folder = path + "/" + below;
        String to = folder + "/" + file.name();
        try {
            if (isMissing(folder)) {
                channel.mkdir(folder);
            }
            if (!isMissing(to)) {
                channel.rm(quoted(to));
            }
            channel.rename(quoted(path + "/" + file.name()), quoted(to));
        } catch (SftpException failure) {
            throw failed("cannot move " + path + "/" + file.name() + " to " + below + "/", failure);
        }
    }

    private boolean isMissing(String at) throws SftpException {
        try {
            channel.lstat(quoted(at));
            return false;
        } catch (SftpException failure) {
            if (isMissing(failure)) {
                return true;
            }
            throw failure;
        }
    }

    private static boolean isMissing(SftpException failure) {
        return failure.id == ChannelSftp.SSH_FX_NO_SUCH_FILE;
    }

    private String in(String below) {
        return below.isEmpty() ? path : path + "/" + below;
    }

    /** A name is no pattern. */
    private static String quoted(String path) {
        return path.replaceAll("[\\\\*?]", "\\\\$0");
    }

    private RemoteException failed(String what, Exception failure) {
        return new RemoteException(
                "Connector " + connector + " " + what + " on " + address + "; check that the server runs, and that its"
                        + " user may read the folder and move files in it",
                failure);
    }

    @Override
    public void close() {
        channel.disconnect();
        session.disconnect();
    }
}
