package io.goldsmith.connect.capture;

import io.goldsmith.connect.settings.CaptureConnectorSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Opens connections to the server, in which times are of UTC and values come as text, the same way that changes bring them. */
final class CaptureLogin {

    private final CaptureConnectorSettings settings;

    CaptureLogin(CaptureConnectorSettings settings) {
        this.settings = settings;
    }

    /** A connection for queries. */
    Connection querying() throws SQLException {
        return open(properties());
    }

    /** A connection that speaks the replication protocol. */
    Connection replicating() throws SQLException {
        Properties properties = properties();
        properties.setProperty("replication", "database");
        properties.setProperty("preferQueryMode", "simple");
        properties.setProperty("assumeMinServerVersion", "10");
        return open(properties);
    }

    private Properties properties() {
        Properties properties = new Properties();
        String seconds = Long.toString(Math.max(1, settings.timeout().toSeconds()));
        settings.user().ifPresent(user -> properties.setProperty("user", user));
        settings.password().ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("loginTimeout", seconds);
        properties.setProperty("socketTimeout", seconds);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("binaryTransfer", "false");
        properties.setProperty("ApplicationName", "goldsmith");
        return properties;
    }

    private Connection open(Properties properties) throws SQLException {
        Connection connection = DriverManager.getConnection(settings.url(), properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set time zone 'UTC'");
            return connection;
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
    }
}
