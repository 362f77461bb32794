package io.goldsmith.connect.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Locale;
import org.h2.tools.Server;

/** A CRM: an H2 database behind its own TCP port. */
public final class Crm implements AutoCloseable {

    private final Server server;
    private final String name;

    private Crm(Server server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Starts it with an empty table. */
    public static Crm start(String name) throws SQLException {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        Crm crm = new Crm(server, name);
        crm.execute(
                "create table CONTACT (CONTACT_ID varchar(20) primary key, FIRST_NAME varchar(50), LAST_NAME varchar(50),"
                        + " BIRTHDATE date, STREET varchar(100), ZIP varchar(10), CITY varchar(50), EMAIL varchar(80),"
                        + " LAST_MODIFIED timestamp(6))");
        return crm;
    }

    public String url() {
        return "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:" + name + ";DB_CLOSE_DELAY=-1";
    }

    /** The connector's settings. */
    public String yaml() {
        return """
              crm:
                kind: jdbc
                source: crm
                url: "%s"
                user: sa
                timeout: PT2S
                streams:
                  - name: contacts
                    from: CONTACT
                    records:
                      key: CONTACT_ID
                      timestamp: LAST_MODIFIED
                      attributes:
                        party_type: {constant: person}
                        given_name: FIRST_NAME
                        family_name: LAST_NAME
                        birth_date: BIRTHDATE
                        street: STREET
                        postcode: ZIP
                        town: CITY
                        email: EMAIL
            """.formatted(url());
    }

    public void execute(String sql, Object... parameters) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "sa", "");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    /** Adds a contact, or replaces it. */
    public void contact(String id, String given, String family, String street, String town, LocalDateTime modified)
            throws SQLException {
        execute(
                "merge into CONTACT values (?, ?, ?, date '1980-05-17', ?, '75001', ?, ?, ?)",
                id,
                given,
                family,
                street,
                town,
                id.toLowerCase(Locale.ROOT) + "@example.fr",
                modified);
    }

    @Override
    public void close() {
        server.stop();
    }
}
