package io.goldsmith.connect.file.remote;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.UserInfo;
import io.goldsmith.connect.settings.FileConnectorSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Logs in to an SSH server whose host key is known; to no other. */
final class SftpLogin {

    /** The kinds of host keys, by their names in the protocol. */
    private static final List<String> KEY_KINDS = List.of(
            "ssh-ed25519", "ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521", "rsa-sha2-512,rsa-sha2-256");

    private SftpLogin() {}

    /** @throws RemoteException if the server cannot be reached, is another than the known one, or refuses the user */
    static Session session(String connector, FileConnectorSettings settings, Path hubFolder) {
        String address = settings.inbox().text();
        try {
            JSch jsch = new JSch();
            knowHosts(jsch, connector, settings, hubFolder);
            if (settings.privateKey().isPresent()) {
                jsch.addIdentity(
                        connector,
                        (settings.privateKey().get() + "\n").getBytes(StandardCharsets.UTF_8),
                        null,
                        settings.passphrase()
                                .map(phrase -> phrase.getBytes(StandardCharsets.UTF_8))
                                .orElse(null));
            }
            return settings.hostKey().isPresent()
                    ? pinned(jsch, settings)
                    : connected(jsch, settings, Optional.empty());
        } catch (JSchHostKeyException another) {
            throw new RemoteException(
                    "Connector " + connector + ": the server of " + address
                            + " must have the host key of known-hosts or"
                            + " host-key, but has another; nothing was sent to it. Ask its operator whether the key was"
                            + " changed, and only then change the setting",
                    another);
        } catch (JSchException failure) {
            throw failed(connector, address, failure);
        }
    }

    /** A server may have a key of each kind, and shows the one that it is asked for: the pinned one may be any of them. */
    private static Session pinned(JSch jsch, FileConnectorSettings settings) throws JSchException {
        Optional<JSchException> refused = Optional.empty();
        for (String kind : KEY_KINDS) {
            try {
                return connected(jsch, settings, Optional.of(kind));
            } catch (JSchHostKeyException another) {
                refused = Optional.of(another);
            } catch (JSchAlgoNegoFailException none) {
                refused = refused.or(() -> Optional.of(none));
            }
        }
        throw refused.orElseThrow();
    }

    private static Session connected(JSch jsch, FileConnectorSettings settings, Optional<String> keyKinds)
            throws JSchException {
        int timeout = Math.toIntExact(settings.timeout().toMillis());
        Session session = jsch.getSession(
                settings.user().orElseThrow(),
                settings.inbox().host(),
                settings.inbox().port());
        settings.password().ifPresent(session::setPassword);
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("PreferredAuthentications", "publickey,password");
        keyKinds.ifPresent(kinds -> session.setConfig("server_host_key", kinds));
        session.setTimeout(timeout);
        session.connect(timeout);
        return session;
    }

    private static void knowHosts(JSch jsch, String connector, FileConnectorSettings settings, Path hubFolder)
            throws JSchException {
        if (settings.hostKey().isPresent()) {
            jsch.setHostKeyRepository(new Pin(settings.hostKey().get()));
            return;
        }
        Path file = hubFolder.resolve(settings.knownHosts().orElseThrow());
        if (!Files.isReadable(file)) {
            throw new RemoteException("Connector " + connector + " must have the file " + file
                    + " with the server's host key, but cannot read it; check the key known-hosts");
        }
        jsch.setKnownHosts(file.toString());
    }

    private static RemoteException failed(String connector, String address, JSchException failure) {
        String message = Optional.ofNullable(failure.getMessage()).orElse("");
        if (message.startsWith("Auth")) {
            return new RemoteException(
                    "Connector " + connector + ": the server of " + address + " refuses the user; check user, and"
                            + " password or private-key with its passphrase",
                    failure);
        }
        if (message.startsWith("invalid privatekey")) {
            return new RemoteException(
                    "Connector " + connector + ": the private-key must be the text of a private key's file, but is"
                            + " none; check the reference",
                    failure);
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return new RemoteException(
                "Connector " + connector + " cannot reach " + address + " ("
                        + cause.getClass().getSimpleName()
                        + "); check host and port, that the server runs, and that the network lets the hub through",
                failure);
    }

    /** Knows one key, by its fingerprint. */
    private record Pin(String fingerprint) implements HostKeyRepository {

        @Override
        public int check(String host, byte[] key) {
            return fingerprint.replaceAll("=+$", "").equals(fingerprintOf(key)) ? OK : CHANGED;
        }

        private static String fingerprintOf(byte[] key) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
                return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every Java has SHA-256", impossible);
            }
        }

        @Override
        public void add(HostKey hostkey, UserInfo ui) {
            // Only the configuration says which key is known.
        }

        @Override
        public void remove(String host, String type) {
            // Likewise.
        }

        @Override
        public void remove(String host, String type, byte[] key) {
            // Likewise.
        }

        @Override
        public String getKnownHostsRepositoryID() {
            return "host-key";
        }

        @Override
        public HostKey[] getHostKey() {
            return new HostKey[0];
        }

        @Override
        public HostKey[] getHostKey(String host, String type) {
            return new HostKey[0];
        }
    }
}
