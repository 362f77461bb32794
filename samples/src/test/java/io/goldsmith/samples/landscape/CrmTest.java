package io.goldsmith.samples.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.samples.SamplesException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrmTest {

    @TempDir
    static Path folder;

    private static Crm crm;

    @BeforeAll
    static void start() {
        Fixtures.filled(folder);
        crm = Crm.start(folder, Secrets.under(folder));
    }

    @AfterAll
    static void stop() {
        crm.close();
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = crm.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void holdsWhatWasGenerated() throws Exception {
        long contacts = Files.readAllLines(folder.resolve("crm/contacts.csv"), StandardCharsets.UTF_8)
                        .size()
                - 1;
        assertThat(count("select count(*) from CONTACT")).isEqualTo(contacts);
        assertThat(count("select count(*) from ACCOUNT")).isPositive();
        assertThat(count("select count(*) from ACCOUNT_CONTACT")).isPositive();
        assertThat(count("select count(*) from CONTACT where OPT_IN_MARKETING is null"))
                .isPositive();
        assertThat(count("select count(*) from CONTACT where OPT_IN_MARKETING not in ('Y', 'N')"))
                .isZero();
    }

    @Test
    void keepsWhatWasCommittedWhenItIsKilled() throws Exception {
        for (int i = 1; i <= 20; i++) {
            crm.changeAddress("C%07d".formatted(100 + i), Fixtures.NEW_ADDRESS);
        }
        String url = crm.jdbcUrl();
        crm.kill();
        assertThat(crm.isAlive()).isFalse();
        assertThatThrownBy(() -> crm.customer("C0000101"))
                .isInstanceOf(SamplesException.class)
                .hasMessageContaining("is its process alive");
        crm.restart();
        assertThat(crm.jdbcUrl()).isEqualTo(url);
        for (int i = 1; i <= 20; i++) {
            String key = "C%07d".formatted(100 + i);
            assertThat(crm.customer(key).orElseThrow())
                    .containsEntry("CITY", "Brest")
                    .containsEntry("COUNTRY", "France");
            assertThat(crm.changes(key)).isOne();
        }
    }

    @Test
    void aChangeOfAddressMovesTheTimeOfModification() throws Exception {
        String before = crm.customer("C0000001").orElseThrow().get("LAST_MODIFIED");
        crm.changeAddress("C0000001", Fixtures.NEW_ADDRESS);
        assertThat(crm.customer("C0000001").orElseThrow().get("LAST_MODIFIED")).isGreaterThan(before);
    }

    @Test
    void anotherWritersChangeIsCountedAndDatedOnceAndTheSameValuesAreNoChange() throws Exception {
        try (Connection connection = crm.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update ACCOUNT set CITY = 'Brest' where ACCOUNT_ID = 'A0000001'");
            LocalDateTime first = modified(statement);
            statement.executeUpdate("update ACCOUNT set CITY = 'Brest' where ACCOUNT_ID = 'A0000001'");
            assertThat(modified(statement)).isEqualTo(first).isAfter(LocalDateTime.of(2025, 7, 1, 0, 0));
        }
        assertThat(crm.changes("A0000001")).isOne();
    }

    private static LocalDateTime modified(Statement statement) throws SQLException {
        try (ResultSet rows =
                statement.executeQuery("select LAST_MODIFIED from ACCOUNT where ACCOUNT_ID = 'A0000001'")) {
            rows.next();
            return rows.getObject(1, LocalDateTime.class);
        }
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(crm.jdbcUrl(), crm.user(), "guess"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void tellsOfACustomerThatItHasNot() {
        assertThat(crm.customer("C9999999")).isEmpty();
        assertThatThrownBy(() -> crm.changeAddress("C9999999", Fixtures.NEW_ADDRESS))
                .isInstanceOf(SamplesException.class)
                .hasMessageContaining("no customer C9999999");
    }
}
