package io.goldsmith.connect.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** A partner's FTP server in the test process, with TLS if it has a key store. */
final class FtpPartner implements AutoCloseable {

    static final String USER = "goldsmith";
    static final String PASSWORD = "0123456789-secret";

    private final Path root;
    private final Path keys;
    private final FtpServer server;
    private final Listener listener;
    private volatile boolean breaks;

    /**
     * Starts a server.
     *
     * @param keys a PKCS12 key store with the password as of {@link #PASSWORD}; null: no TLS
     */
    FtpPartner(Path root, Path keys) throws FtpException, IOException {
        this.root = Files.createDirectories(root);
        this.keys = keys;
        ListenerFactory listeners = new ListenerFactory();
        listeners.setServerAddress("127.0.0.1");
        listeners.setPort(0);
        if (keys != null) {
            SslConfigurationFactory tls = new SslConfigurationFactory();
            tls.setKeystoreFile(keys.toFile());
            tls.setKeystorePassword(PASSWORD);
            tls.setKeystoreType("PKCS12");
            listeners.setSslConfiguration(tls.createSslConfiguration());
        }
        listener = listeners.createListener();
        FtpServerFactory factory = new FtpServerFactory();
        factory.addListener("default", listener);
        ConnectionConfigFactory connections = new ConnectionConfigFactory();
        connections.setLoginFailureDelay(0);
        factory.setConnectionConfig(connections.createConnectionConfig());
        BaseUser user = new BaseUser();
        user.setName(USER);
        user.setPassword(PASSWORD);
        user.setHomeDirectory(root.toString());
        user.setAuthorities(List.of(new WritePermission()));
        factory.getUserManager().save(user);
        // The server clears it when it stops.
        factory.setFtplets(new HashMap<>(Map.of("faults", new Faults())));
        server = factory.createServer();
        server.start();
    }

    private final class Faults extends DefaultFtplet {

        @Override
        public FtpletResult onDownloadStart(FtpSession session, FtpRequest request) {
            return breaks ? FtpletResult.DISCONNECT : FtpletResult.DEFAULT;
        }

        @Override
        public FtpletResult onLogin(FtpSession session, FtpRequest request) {
            return keys == null || session.isSecure() ? FtpletResult.DEFAULT : FtpletResult.DISCONNECT;
        }
    }

    /** Whether it goes away when a file is asked for. */
    void breaks(boolean doesSo) {
        breaks = doesSo;
    }

    String address(String host) {
        return (keys == null ? "ftp" : "ftps") + "://" + host + ":" + listener.getPort() + "/outbox";
    }

    Path file(String name) {
        return root.resolve("outbox").resolve(name);
    }

    void drop(String name, String content) throws IOException {
        Files.createDirectories(file(name).getParent());
        Files.write(file(name), content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop();
    }
}
