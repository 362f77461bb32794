package io.goldsmith.connect.file.remote;

import io.goldsmith.connect.settings.FileConnectorSettings;
import io.goldsmith.connect.settings.InboxAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** A folder on a server, with a connection to it. Not thread-safe. */
public sealed interface RemoteFolder extends AutoCloseable permits SftpFolder, FtpFolder {

    /** The most entries of a folder that are looked at. */
    int MOST_ENTRIES = 100_000;

    /**
     * Connects to the server of a connector's inbox.
     *
     * @param hubFolder the hub's folder
     * @throws RemoteException if it cannot be reached, is another than the known one, or refuses the user
     */
    static RemoteFolder open(String connector, FileConnectorSettings settings, Path hubFolder) {
        return settings.inbox().protocol() == InboxAddress.Protocol.SFTP
                ? SftpFolder.connect(connector, settings, hubFolder)
                : FtpFolder.connect(connector, settings, hubFolder);
    }

    /**
     * The files in it, in the order of their names.
     *
     * @param below a folder in it, empty for itself; none are in one that is not there
     * @param wanted which names
     * @throws RemoteException if it is not there, or holds too much
     */
    List<RemoteFile> list(String below, Predicate<String> wanted);

    /**
     * Writes what a file holds to a file here.
     *
     * @param below the folder that it lies in, as of {@link #list}
     * @param to where to; whatever becomes of it, there may be a part of the file there
     * @return whether it is there as a whole, and was the same before and after; false: it is still being written, try again later
     * @throws RemoteException if the server is lost or refuses
     * @throws java.io.UncheckedIOException if it cannot be written here
     */
    boolean download(String below, RemoteFile file, Path to);

    /**
     * Moves a file into a folder below, which is made if it is not there; it takes the place of one of the same name.
     *
     * @throws RemoteException if the server refuses
     */
    void move(RemoteFile file, String below);

    /** Leaves the server; never fails. */
    @Override
    void close();
}
