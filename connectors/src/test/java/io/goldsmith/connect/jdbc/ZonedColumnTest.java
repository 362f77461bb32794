package io.goldsmith.connect.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.HubDatabase;
import io.goldsmith.connect.TestHub;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table whose times name their zone, read by a hub that runs in another zone than the stream's. */
class ZonedColumnTest {

    private static final String VISITORS = """
            connectors:
              crm:
                kind: jdbc
                source: crm
                url: "%s"
                timeout: PT5S
                overlap: PT0S
                streams:
                  - name: visitors
                    from: VISITOR
                    records:
                      key: ID
                      timestamp: {column: CHANGED, zone: America/New_York}
                      attributes:
                        party_type: {constant: person}
                        family_name: FAMILY
            """;

    private final TimeZone before = TimeZone.getDefault();

    @TempDir
    private Path folder;

    @BeforeEach
    void moveToTokyo() {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
    }

    @AfterEach
    void moveBack() {
        TimeZone.setDefault(before);
    }

    @Test
    void isReadAsTheInstantThatItIsOnPostgreSql() throws SQLException {
        isReadAsTheInstantThatItIs(HubDatabase.postgreSqlUrl());
    }

    @Test
    void isReadAsTheInstantThatItIsOnH2() throws SQLException {
        isReadAsTheInstantThatItIs("jdbc:h2:mem:zoned;DB_CLOSE_DELAY=-1");
    }

    private void isReadAsTheInstantThatItIs(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table VISITOR (ID varchar(20), FAMILY varchar(40), CHANGED timestamp(6) with time zone)");
            statement.execute("insert into VISITOR values ('V1', 'Martin', '2024-03-04 09:00:00+01')");
            try (TestHub hub = TestHub.open(folder, VISITORS.formatted(url))) {
                assertThat(landed(hub)).isOne();
                assertThat(hub.hub().goldenRecords().search("V1", 0, 10).records())
                        .singleElement()
                        .satisfies(golden -> assertThat(
                                        golden.provenance().get("family_name").asOf())
                                .isEqualTo(Instant.parse("2024-03-04T08:00:00Z")));

                statement.execute("insert into VISITOR values ('V2', 'Durand', '2024-03-04 09:00:01+01')");
                statement.execute("insert into VISITOR values ('V0', 'Petit', '2024-03-04 08:59:59+01')");
                assertThat(landed(hub))
                        .as("what changed since, and nothing older")
                        .isOne();
            }
        }
    }

    private static long landed(TestHub hub) {
        return hub.connectors().extract("crm").extractions().get(0).counts().landed();
    }
}
