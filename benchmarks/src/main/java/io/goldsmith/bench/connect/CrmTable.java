package io.goldsmith.bench.connect;

import io.goldsmith.bench.figure.BenchException;
import io.goldsmith.bench.hub.PostgreSqlServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The source of the changes: a table of persons. */
final class CrmTable implements AutoCloseable {

    static final String NAME = "PERSON";

    private final Connection connection;
    private final PreparedStatement change;

    private CrmTable(Connection connection, PreparedStatement change) {
        this.connection = connection;
        this.change = change;
    }

    /** Makes a table of so many persons. */
    static CrmTable create(String url, int persons) {
        try {
            Connection connection = DriverManager.getConnection(url, PostgreSqlServer.USER, PostgreSqlServer.USER);
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table " + NAME + " (ID text primary key, GIVEN text, FAMILY text, BORN text,"
                        + " EMAIL text, STREET text, CHANGED_AT timestamptz not null)");
                statement.execute("create index person_changed on " + NAME + " (CHANGED_AT, ID)");
            }
            fill(connection, persons);
            return new CrmTable(
                    connection,
                    connection.prepareStatement(
                            "update " + NAME + " set STREET = ?, CHANGED_AT = clock_timestamp() where ID = ?"));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void fill(Connection connection, int persons) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + NAME + " values (?, ?, ?, ?, ?, ?, clock_timestamp() - interval '1 hour')")) {
            for (int i = 0; i < persons; i++) {
                Person person = new Person(i);
                insert.setString(1, person.key());
                insert.setString(2, person.givenName());
                insert.setString(3, person.familyName());
                insert.setString(4, person.birthDate());
                insert.setString(5, person.email());
                insert.setString(6, Person.street(0));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** A person moves; committed when this returns. */
    void move(Person person, int number) {
        try {
            change.setString(1, Person.street(number));
            change.setString(2, person.key());
            change.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static BenchException failed(SQLException failure) {
        return new BenchException("The table of the benchmark's source cannot be changed.", failure);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
