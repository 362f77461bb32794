package io.goldsmith.samples.campaign.fault;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.h2.tools.Server;

/** A CRM: a database, reached over a line that fails. Each change by the hub is noted in its transaction, beside the note of the delivery. */
final class FaultyCrm implements FaultySystem {

    /** The user who writes for the hub. */
    static final String WRITER = "WRITER";

    private static final String[] TABLES = {
        // The columns of a customer in front: see CountedContact.
        "create table CONTACT (CONTACT_ID varchar(20) primary key, FIRST_NAME varchar(50), LAST_NAME varchar(50),"
                + " BIRTHDATE date, EMAIL varchar(80), STREET varchar(80), ZIP varchar(10), CITY varchar(50),"
                + " LAST_MODIFIED timestamp(6) not null, ROW_VERSION integer default 1 not null)",
        "create table GOLDSMITH_DELIVERY (MESSAGE_ID varchar(128) not null primary key, RECORD_KEY varchar(256) not null,"
                + " DELIVERED_AT timestamp with time zone not null, TX varchar(64) default transaction_id())",
        "create table CHANGE_LOG (ID bigint generated always as identity primary key, RECORD_KEY varchar(20), TX varchar(64))",
        "create trigger COUNTED before update on CONTACT for each row call '" + CountedContact.class.getName() + "'",
        "grant select, update on CONTACT to " + WRITER,
        "grant select, insert on GOLDSMITH_DELIVERY to " + WRITER,
        "grant insert on CHANGE_LOG to " + WRITER
    };

    private final String url;
    private final String name;
    private final Server server;
    private final Connection connection;
    private final FaultyLine line;
    private FaultKind fault = FaultKind.NONE;

    private FaultyCrm(String name, Random random) throws SQLException, IOException {
        this.name = name;
        this.url = "jdbc:h2:mem:" + name;
        this.connection = DriverManager.getConnection(url, "ADMIN", "");
        this.server = Server.createTcpServer("-tcpPort", "0").start();
        this.line = FaultyLine.to(server.getPort(), random);
    }

    /**
     * Starts it.
     *
     * @param password of the hub's writer
     */
    static FaultyCrm start(int customers, String password, Random random, Instant loaded)
            throws SQLException, IOException {
        FaultyCrm crm = new FaultyCrm("crm" + System.nanoTime(), random);
        crm.execute("set LOCK_TIMEOUT 20000");
        crm.execute("create user " + WRITER + " password '" + password + "'");
        for (String table : TABLES) {
            crm.execute(table);
        }
        for (int number = 1; number <= customers; number++) {
            Person person = new Person(number);
            crm.execute(
                    "insert into CONTACT values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                    person.key('C'),
                    person.given(),
                    person.family(),
                    person.birthDate(),
                    person.email(),
                    person.firstAddress().street(),
                    person.firstAddress().postcode(),
                    person.firstAddress().town(),
                    utc(loaded));
        }
        return crm;
    }

    private synchronized void execute(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    /** How the hub reaches it. */
    String url() {
        return "jdbc:h2:tcp://127.0.0.1:" + line.port() + "/mem:" + name;
    }

    @Override
    public String name() {
        return "crm";
    }

    @Override
    public char letter() {
        return 'C';
    }

    @Override
    public void move(String key, Address address) {
        try {
            execute(
                    "update CONTACT set STREET = ?, ZIP = ?, CITY = ?, LAST_MODIFIED = ?, ROW_VERSION = ROW_VERSION + 1"
                            + " where CONTACT_ID = ?",
                    address.street(),
                    address.postcode(),
                    address.town(),
                    utc(Instant.now()),
                    key);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public Map<String, Address> addresses() {
        Map<String, Address> addresses = new TreeMap<>();
        for (List<String> row : rows("select CONTACT_ID, STREET, ZIP, CITY from CONTACT", 4)) {
            addresses.put(row.get(0), new Address(row.get(1), row.get(2), row.get(3)));
        }
        return addresses;
    }

    /** A change without a note of a delivery in its transaction has no message. */
    @Override
    public List<HubWrite> changes() {
        return rows(
                        "select c.RECORD_KEY, coalesce(d.MESSAGE_ID, 'none') from CHANGE_LOG c left join GOLDSMITH_DELIVERY d"
                                + " on d.TX = c.TX and d.RECORD_KEY = c.RECORD_KEY order by c.ID",
                        2)
                .stream()
                .map(row -> new HubWrite(row.get(0), row.get(1)))
                .toList();
    }

    private synchronized List<List<String>> rows(String sql, int columns) {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            List<List<String>> rows = new ArrayList<>();
            while (row.next()) {
                List<String> texts = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    texts.add(String.valueOf(row.getString(i)));
                }
                rows.add(texts);
            }
            return rows;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public long repeats() {
        return line.lostCommits();
    }

    @Override
    public long writes() {
        return Long.parseLong(
                rows("select (select count(*) from CHANGE_LOG) + (select count(*) from GOLDSMITH_DELIVERY)", 1)
                        .get(0)
                        .get(0));
    }

    @Override
    public synchronized void fail(FaultKind next) {
        try {
            if (fault == FaultKind.REFUSES) {
                execute("drop trigger REFUSED");
            }
            if (next == FaultKind.REFUSES) {
                execute("create trigger REFUSED before update on CONTACT for each row call '"
                        + RefusedContact.class.getName() + "'");
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        fault = next;
        line.fail(next == FaultKind.REFUSES ? FaultKind.NONE : next);
    }

    @Override
    public long hits() {
        return line.hits();
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("The CRM's database fails", cause);
    }

    @Override
    public void close() {
        line.close();
        server.stop();
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
