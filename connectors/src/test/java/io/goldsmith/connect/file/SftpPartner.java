package io.goldsmith.connect.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A partner's SFTP server in the test process, which can be told to fail. */
final class SftpPartner implements AutoCloseable {

    static final String USER = "goldsmith";
    static final String PASSWORD = "0123456789-secret";

    /** What the server does to the hub. */
    enum Fault {
        NONE,
        BREAKS_WHILE_READING,
        WRITES_WHILE_READING,
        WRITES_WHEN_LISTED,
        REFUSES_TO_MOVE
    }

    private final Path root;
    private final SshServer server = SshServer.setUpDefaultServer();
    private volatile KeyPair hostKey = newKey();
    /** Servers have several; this one is shown first, and nobody knows it. */
    private final KeyPair otherHostKey = newKey("EC", 256);

    private volatile Fault fault = Fault.NONE;
    private volatile PublicKey clientKey;

    SftpPartner(Path root) throws IOException {
        this.root = Files.createDirectories(root);
        SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
        sftp.addSftpEventListener(new Faults());
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(
                session -> KeyPairProvider.wrap(hostKey, otherHostKey).loadKeys(session));
        server.setPasswordAuthenticator((user, password, session) -> user.equals(USER) && password.equals(PASSWORD));
        server.setPublickeyAuthenticator(
                (user, key, session) -> user.equals(USER) && clientKey != null && KeyUtils.compareKeys(clientKey, key));
        server.setSubsystemFactories(List.of(sftp));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.start();
    }

    private final class Faults implements SftpEventListener {

        @Override
        public void reading(
                ServerSession session,
                String remoteHandle,
                FileHandle handle,
                long offset,
                byte[] data,
                int dataOffset,
                int dataLen)
                throws IOException {
            if (fault == Fault.BREAKS_WHILE_READING && offset > 0) {
                session.close(true);
            }
            if (fault == Fault.WRITES_WHILE_READING && offset == 0) {
                Files.writeString(handle.getFile(), "more", StandardOpenOption.APPEND);
            }
        }

        @Override
        public void readEntries(
                ServerSession session, String remoteHandle, DirectoryHandle handle, Map<String, Path> entries)
                throws IOException {
            if (fault == Fault.WRITES_WHEN_LISTED) {
                for (Path file : entries.values()) {
                    if (Files.isRegularFile(file)) {
                        Files.writeString(file, "more", StandardOpenOption.APPEND);
                    }
                }
            }
        }

        @Override
        public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options)
                throws IOException {
            if (fault == Fault.REFUSES_TO_MOVE) {
                throw new IOException("refused");
            }
        }
    }

    static KeyPair newKey() {
        return newKey("RSA", 2_048);
    }

    private static KeyPair newKey(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void fails(Fault how) {
        fault = how;
    }

    void lets(PublicKey key) {
        clientKey = key;
    }

    void changeHostKey() {
        hostKey = newKey();
    }

    String fingerprint() {
        return KeyUtils.getFingerPrint(hostKey.getPublic());
    }

    /** A line of a file of known hosts. */
    String knownHost() {
        return "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(hostKey.getPublic()) + "\n";
    }

    int port() {
        return server.getPort();
    }

    String address() {
        return "sftp://127.0.0.1:" + port() + "/outbox";
    }

    Path file(String name) {
        return root.resolve("outbox").resolve(name);
    }

    void drop(String name, String content) {
        try {
            Files.createDirectories(file(name).getParent());
            Files.write(file(name), content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
