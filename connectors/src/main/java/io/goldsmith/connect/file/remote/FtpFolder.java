package io.goldsmith.connect.file.remote;

import io.goldsmith.connect.settings.FileConnectorSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPCmd;
import org.apache.commons.net.ftp.FTPFile;

/** A folder on an FTP or FTPS server, in passive mode. */
final class FtpFolder implements RemoteFolder {

    private final String connector;
    private final String address;
    private final String path;
    private final FTPClient client;
    private final boolean isPrecise;

    private FtpFolder(String connector, FileConnectorSettings settings, FTPClient client) throws IOException {
        this.connector = connector;
        this.address = settings.inbox().text();
        String written = settings.inbox().path();
        // Folders are entered one after the other, so that a path from the user's own folder would wander.
        this.path = written.startsWith("/") ? written : client.printWorkingDirectory() + "/" + written;
        this.client = client;
        this.isPrecise = client.hasFeature(FTPCmd.MLST);
    }

    static FtpFolder connect(String connector, FileConnectorSettings settings, Path hubFolder) {
        FTPClient client = FtpLogin.client(connector, settings, hubFolder);
        try {
            return new FtpFolder(connector, settings, client);
        } catch (IOException failure) {
            FtpLogin.leave(client);
            throw new RemoteException(
                    "Connector " + connector + " lost the server of " + settings.inbox() + "; check that it runs",
                    failure);
        }
    }

    @Override
    public List<RemoteFile> list(String below, Predicate<String> wanted) {
        try {
            if (!client.changeWorkingDirectory(below.isEmpty() ? path : path + "/" + below)) {
                if (!below.isEmpty()) {
                    return List.of();
                }
                throw failed("cannot look into " + path, new IOException(client.getReplyString()));
            }
            FTPFile[] entries = isPrecise ? client.mlistDir() : client.listFiles();
            if (entries.length > MOST_ENTRIES) {
                throw new RemoteException("Connector " + connector + ": a folder must hold at most " + MOST_ENTRIES
                        + " entries, but " + path + " of " + address + " holds more; clear it");
            }
            List<RemoteFile> files = new ArrayList<>();
            for (FTPFile entry : entries) {
                // Null: a line of the listing that is none.
                if (entry != null
                        && entry.isFile()
                        && RemoteFile.isName(entry.getName())
                        && wanted.test(entry.getName())) {
                    files.add(file(entry));
                }
            }
            files.sort(Comparator.comparing(RemoteFile::name));
            return files;
        } catch (IOException failure) {
            throw failed("lost the server while looking into " + path, failure);
        }
    }

    private static RemoteFile file(FTPFile entry) {
        return new RemoteFile(entry.getName(), entry.getSize(), entry.getTimestampInstant());
    }

    @Override
    public boolean download(String below, RemoteFile file, Path to) {
        try {
            enter(below);
            boolean isWhole;
            try (InputStream content = client.retrieveFileStream(file.name())) {
                if (content == null) {
                    throw failed("cannot read " + file.name(), new IOException(client.getReplyString()));
                }
                isWhole = Transfer.copy(content, to, file.size());
            }
            boolean isEnded = client.completePendingCommand();
            return isEnded && isWhole && found(file.name()).filter(file::equals).isPresent();
        } catch (IOException failure) {
            throw failed("lost the server while reading " + file.name(), failure);
        }
    }

    private Optional<RemoteFile> found(String name) throws IOException {
        Stream<FTPFile> found = isPrecise ? Stream.ofNullable(client.mlistFile(name)) : Stream.of(client.listFiles());
        return found.filter(entry -> entry != null && entry.isFile())
                .map(entry -> new RemoteFile(
                        isPrecise ? name : entry.getName(), entry.getSize(), entry.getTimestampInstant()))
                .filter(file -> file.name().equals(name))
                .findFirst();
    }

    @Override
    public void move(RemoteFile file, String below) {
        try {
            enter("");
            String to = below + "/" + file.name();
            // Refused if they are there, or not there; what counts is whether the move succeeds.
            client.makeDirectory(below);
            client.deleteFile(to);
            if (!client.rename(file.name(), to)) {
                throw failed("cannot move " + file.name() + " to " + to, new IOException(client.getReplyString()));
            }
        } catch (IOException failure) {
            throw failed("lost the server while moving " + file.name(), failure);
        }
    }

    private void enter(String below) throws IOException {
        if (!client.changeWorkingDirectory(below.isEmpty() ? path : path + "/" + below)) {
            throw failed("cannot look into " + path + "/" + below, new IOException(client.getReplyString()));
        }
    }

    private RemoteException failed(String what, IOException failure) {
        return new RemoteException(
                "Connector " + connector + " " + what + " on " + address + "; check that the server runs, and that its"
                        + " user may read the folder and move files in it",
                failure);
    }

    @Override
    public void close() {
        FtpLogin.leave(client);
    }
}
