package io.goldsmith.samples.landscape;

import io.goldsmith.samples.SamplesException;
import io.goldsmith.samples.generate.PostalAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The CRM: a database server, reached by JDBC. Contacts' keys begin with C, accounts' with A; its times are in UTC. */
public final class Crm implements LandscapeSystem {

    static final String USER = "crm";

    private final SystemProcess process;
    private final String password;
    private final Clock clock;

    private Crm(SystemProcess process, String password, Clock clock) {
        this.process = process;
        this.password = password;
        this.clock = clock;
    }

    static Crm start(Path landscape, Secrets secrets) {
        String password = secrets.get(Secrets.CRM_PASSWORD);
        SystemProcess process = new SystemProcess("crm", CrmServer.class, landscape, List.of());
        return new Crm(process, password, Clock.systemUTC());
    }

    /** For example {@code jdbc:h2:tcp://127.0.0.1:40001/./crm}. */
    public String jdbcUrl() {
        return "jdbc:h2:tcp://127.0.0.1:" + process.port() + "/./" + CrmServer.DATABASE;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    @Override
    public String name() {
        return "crm";
    }

    /** A new connection; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), USER, password);
    }

    @Override
    public Optional<Map<String, String>> customer(String key) {
        String sql = isAccount(key)
                ? "select * from ACCOUNT where ACCOUNT_ID = ?"
                : "select * from CONTACT where CONTACT_ID = ?";
        try (Connection connection = connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, key);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(values(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failed("read " + key, e);
        }
    }

    private static Map<String, String> values(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.put(columns.getColumnName(i), Objects.requireNonNullElse(row.getString(i), ""));
        }
        return values;
    }

    @Override
    public void changeAddress(String key, PostalAddress address) {
        String sql = isAccount(key)
                ? "update ACCOUNT set STREET = ?, ZIP = ?, CITY = ?, COUNTRY = ?, LAST_MODIFIED = ? where ACCOUNT_ID = ?"
                : "update CONTACT set STREET = ?, ZIP = ?, CITY = ?, COUNTRY = ?, LAST_MODIFIED = ? where CONTACT_ID = ?";
        try (Connection connection = connect();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, address.street());
            update.setString(2, address.postcode());
            update.setString(3, address.town());
            update.setString(4, new Locale("", address.country()).getDisplayCountry(Locale.FRENCH));
            update.setObject(
                    5, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS));
            update.setString(6, key);
            if (update.executeUpdate() == 0) {
                throw new SamplesException(
                        "The CRM has no customer " + key + ": take a key from crm/contacts.csv or crm/accounts.csv.");
            }
        } catch (SQLException e) {
            throw failed("change the address of " + key, e);
        }
    }

    @Override
    public long changes(String key) {
        try (Connection connection = connect();
                PreparedStatement select =
                        connection.prepareStatement("select CHANGES from CHANGE_COUNT where ID = ?")) {
            select.setString(1, key);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw failed("count the changes of " + key, e);
        }
    }

    private static boolean isAccount(String key) {
        return key.startsWith("A");
    }

    private SamplesException failed(String what, SQLException cause) {
        return new SamplesException(
                "The CRM at " + jdbcUrl() + " cannot " + what + ": is its process alive? Restart it with restart().",
                cause);
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void restart() {
        process.restart();
    }

    @Override
    public void close() {
        process.close();
    }
}
