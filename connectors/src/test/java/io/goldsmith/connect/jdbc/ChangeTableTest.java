package io.goldsmith.connect.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.HubDatabase;
import io.goldsmith.connect.TestHub;
import io.goldsmith.matching.record.RecordId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe of the documentation for databases without logical decoding: a table of changes that triggers fill, polled. */
class ChangeTableTest {

    private static final Path DOCUMENTATION = Path.of("../docs/connectors.md");
    private static final String CONTACT = "create table contact (id varchar(40) primary key, name varchar(200))";

    @TempDir
    private Path folder;

    /** A block of the chapter. */
    private static String documented(String language) throws IOException {
        String text = Files.readString(DOCUMENTATION);
        String chapter = text.substring(text.indexOf("### By triggers and polling"));
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(chapter);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static void sql(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void onPostgreSql() throws Exception {
        String url = HubDatabase.postgreSqlUrl();
        sql(url, CONTACT, "insert into contact values ('C0', 'There before')", documented("sql"));
        followsEveryChange(url, "UTC");
    }

    @Test
    void onH2() throws Exception {
        String url = "jdbc:h2:mem:changes;DB_CLOSE_DELAY=-1";
        String[] statements = documented("sql").split(";\n\n");
        String table = statements[0].replace("clock_timestamp() at time zone 'UTC'", "localtimestamp(6)");
        sql(
                url,
                CONTACT,
                "insert into contact values ('C0', 'There before')",
                table,
                statements[1],
                "create trigger note_contact after insert, update, delete on contact for each row call '"
                        + ContactTrigger.class.getName() + "'",
                Arrays.stream(statements)
                        .filter(one -> one.startsWith("insert into"))
                        .findFirst()
                        .orElseThrow());
        // H2 has no plain expression for the time in another zone than the session's.
        followsEveryChange(url, ZoneId.systemDefault().getId());
    }

    private void followsEveryChange(String url, String zone) throws Exception {
        String yaml = documented("yaml")
                .replace("jdbc:postgresql://crm.example/crm", url)
                .replace("timestamp: changed_at", "timestamp: {column: changed_at, zone: \"" + zone + "\"}")
                .replace("schedule: 1s", "schedule: 1h");
        sql(url, "insert into contact values ('C1', 'Smith'), ('C2', 'Jones')");
        try (TestHub hub = TestHub.open(folder, yaml)) {
            assertThat(land(hub).counts().landed()).isEqualTo(3);
            sql(
                    url,
                    "update contact set name = 'Smythe' where id = 'C1'",
                    "update contact set name = 'Smithe' where id = 'C1'",
                    "delete from contact where id = 'C2'",
                    "update contact set id = 'C9' where id = 'C0'");

            ExtractionReport report = land(hub);

            assertThat(report.message()).isEmpty();
            assertThat(report.counts().landed()).isEqualTo(5);
            assertThat(name(hub, "C1")).contains("Smithe");
            assertThat(name(hub, "C9")).contains("There before");
            assertThat(hub.hub().sourceRecords().countLiveOf("crm")).isEqualTo(2);
            assertThat(land(hub).counts().landed()).isZero();
        }
    }

    private static ExtractionReport land(TestHub hub) {
        return hub.connectors().land("crm");
    }

    private static Optional<String> name(TestHub hub, String key) {
        return hub.hub()
                .sourceRecords()
                .find(new RecordId("crm", key))
                .flatMap(row -> row.raw().first("family_name"));
    }
}
