package io.goldsmith.connect.file.remote;

import io.goldsmith.connect.settings.FileConnectorSettings;
import io.goldsmith.connect.settings.InboxAddress.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;

/** Logs in to an FTP server; of FTPS to one whose certificate is trusted and names the host. */
final class FtpLogin {

    /** Where TLS begins with the connection; elsewhere it is asked for. */
    private static final int IMPLICIT = 990;

    private FtpLogin() {}

    /** @throws RemoteException if the server cannot be reached, is not trusted, or refuses the user */
    static FTPClient client(String connector, FileConnectorSettings settings, Path hubFolder) {
        String address = settings.inbox().text();
        FTPClient client = new FTPClient();
        try {
            client = settings.inbox().protocol() == Protocol.FTPS ? secure(settings, hubFolder) : client;
            client.setConnectTimeout(Math.toIntExact(settings.timeout().toMillis()));
            client.setDefaultTimeout(Math.toIntExact(settings.timeout().toMillis()));
            client.setDataTimeout(settings.timeout());
            client.setControlEncoding("UTF-8");
            client.connect(settings.inbox().host(), settings.inbox().port());
            client.setSoTimeout(Math.toIntExact(settings.timeout().toMillis()));
            if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
                throw new IOException(client.getReplyString());
            }
            if (!client.login(settings.user().orElseThrow(), settings.password().orElse(""))) {
                throw new RemoteException("Connector " + connector + ": the server of " + address
                        + " refuses the user; check user and password");
            }
            if (client instanceof FTPSClient secure) {
                secure.execPBSZ(0);
                secure.execPROT("P");
            }
            client.enterLocalPassiveMode();
            client.setFileType(FTP.BINARY_FILE_TYPE);
            return client;
        } catch (RemoteException refused) {
            leave(client);
            throw refused;
        } catch (SSLException untrusted) {
            leave(client);
            throw new RemoteException(
                    "Connector " + connector + ": the server of " + address + " must speak TLS with a trusted"
                            + " certificate of its host, but does not; no password was sent to it. Check the key"
                            + " certificates, and the host's name",
                    untrusted);
        } catch (IOException failure) {
            leave(client);
            throw new RemoteException(
                    "Connector " + connector + " cannot reach " + address + " ("
                            + failure.getClass().getSimpleName()
                            + "); check host and port, that the server runs, and that the network lets the hub through",
                    failure);
        } catch (GeneralSecurityException broken) {
            throw new RemoteException(
                    "Connector " + connector + ": the file of certificates must hold certificates as PEM, but cannot be"
                            + " read as such; check the key certificates",
                    broken);
        }
    }

    private static FTPSClient secure(FileConnectorSettings settings, Path hubFolder)
            throws IOException, GeneralSecurityException {
        FTPSClient client = new FTPSClient("TLS", settings.inbox().port() == IMPLICIT);
        // The client's own trust manager looks at dates alone.
        client.setTrustManager(trust(settings.certificates().map(hubFolder::resolve)));
        client.setEndpointCheckingEnabled(true);
        return client;
    }

    private static TrustManager trust(Optional<Path> certificates) throws IOException, GeneralSecurityException {
        KeyStore trusted = null;
        if (certificates.isPresent()) {
            trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            try (InputStream file = Files.newInputStream(certificates.get())) {
                int number = 0;
                for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                    trusted.setCertificateEntry("certificate-" + number++, one);
                }
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        // Null stands for those that Java trusts.
        factory.init(trusted);
        return factory.getTrustManagers()[0];
    }

    /** Closes the connection, whatever state it is in. */
    static void leave(FTPClient client) {
        try {
            if (client.isConnected()) {
                client.disconnect();
            }
        } catch (IOException alreadyLost) {
            // It is left all the same.
        }
    }
}
