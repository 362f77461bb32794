package io.goldsmith.connect.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.preview.ConnectorPreview;
import io.goldsmith.connect.preview.StreamPreview;
import io.goldsmith.connect.suggest.ConnectorSuggestion;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.settings.SettingsException;
import io.goldsmith.mdm.model.HubConfiguration;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of every kind come as text, the same from a snapshot, a change and a preview. */
class CapturedValuesTest {

    private static final String ROW = "'%s', 1234567.890, '2024-02-29', '2024-03-31 02:30:00',"
            + " '2024-03-31 02:30:00.5+02', '9b2d1b0e-51a5-4f3f-8f0a-1c5a6cbb0d4e', '{\"town\": \"Lyon\"}',"
            + " array['a@example.fr', 'b, c@example.fr', null], true, 'padded'";

    @TempDir
    private Path folder;

    private CapturedDatabase crm;

    @BeforeEach
    void open() throws SQLException {
        crm = CapturedDatabase.create();
        crm.sql(
                "create domain day as date",
                "create table person (id text primary key, amount numeric(12, 3), birth day, seen timestamp,"
                        + " changed_at timestamptz, token uuid, address jsonb, emails text[], active boolean, code char(20))",
                "alter publication customers add table person",
                "insert into person values (" + ROW.formatted("P1") + ")");
    }

    @AfterEach
    void close() throws SQLException {
        crm.close();
    }

    private String yaml() {
        String yaml = crm.yaml();
        return yaml.substring(0, yaml.indexOf("    streams:")) + """
                    streams:
                      - name: persons
                        from: public.person
                        records:
                          key: id
                          timestamp: CHANGED_AT
                          attributes:
                            given_name: amount
                            family_name: SEEN
                            birth_date: birth
                            company_name: token
                            street: address
                            postcode: changed_at
                            town: code
                            phone: active
                            email: emails
                """;
    }

    private static void isAsItWasWritten(AttributeValues raw) {
        assertThat(raw.first("given_name")).contains("1234567.890");
        assertThat(raw.first("birth_date")).contains("2024-02-29");
        assertThat(raw.first("family_name")).contains("2024-03-31T02:30");
        assertThat(raw.first("postcode")).contains("2024-03-31T00:30:00.500Z");
        assertThat(raw.first("company_name")).contains("9b2d1b0e-51a5-4f3f-8f0a-1c5a6cbb0d4e");
        assertThat(raw.first("street")).contains("{\"town\": \"Lyon\"}");
        assertThat(raw.all("email")).containsExactly("a@example.fr", "b, c@example.fr");
        assertThat(raw.first("phone")).contains("true");
        assertThat(raw.first("town")).contains("padded");
    }

    @Test
    void aSnapshotAndAChangeBringTheSameTexts() throws SQLException {
        try (TestHub hub = TestHub.open(folder, yaml())) {
            hub.connectors().land("crm");
            crm.sql("insert into person values (" + ROW.formatted("P2") + ")");
            assertThat(hub.connectors().land("crm").counts().landed()).isEqualTo(1);

            for (String key : List.of("P1", "P2")) {
                var row =
                        hub.hub().sourceRecords().find(new RecordId("crm", key)).orElseThrow();
                assertThat(row.sourceTimestamp()).isEqualTo(Instant.parse("2024-03-31T00:30:00.5Z"));
                isAsItWasWritten(row.raw());
            }
        }
    }

    @Test
    void previewAndSuggestLookAtTheTableAndLeaveNoTrace() throws SQLException {
        TestHub.write(folder, yaml());
        StreamPreview preview = new ConnectorPreview(HubConfiguration.read(folder), Clock.systemUTC())
                .of("crm", Optional.empty(), 10)
                .streams()
                .get(0);
        assertThat(preview.failure()).isEmpty();
        assertThat(preview.rows()).singleElement().satisfies(row -> {
            assertThat(row.key()).contains("P1");
            isAsItWasWritten(AttributeValues.of(row.mapped()));
        });
        crm.contact("C1", "Smith");
        TestHub.write(folder, crm.yaml());
        assertThat(new ConnectorPreview(HubConfiguration.read(folder), Clock.systemUTC())
                        .of("crm", Optional.empty(), 10)
                        .streams()
                        .get(0)
                        .rows())
                .hasSize(1);
        String suggested = new ConnectorSuggestion(HubConfiguration.read(folder)).of("crm");
        assertThat(suggested).contains("kind: capture", "slot: " + crm.slot(), "key: id", "timestamp: changed");
        assertThat(crm.text("select count(*) from pg_replication_slots where database = current_database()"))
                .isEqualTo("0");
    }

    @Test
    void whatDoesNotFitIsToldWithItsLine() {
        TestHub.write(
                folder,
                crm.yaml()
                        .replace("family_name: NAME", "family_name: /name")
                        .replace(
                                "    slot: ",
                                "    snapshot: false\n    full-extract: true\n    password: in-the-clear\n    slot: "));
        assertThatThrownBy(() -> new ConnectorPreview(HubConfiguration.read(folder), Clock.systemUTC()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("a column of a captured table must be a plain SQL name")
                .hasMessageContaining("a full extract of a capture is its snapshot, but snapshot is false")
                .hasMessageContaining("a secret must be a reference")
                .hasMessageNotContaining("in-the-clear");
        TestHub.write(folder, crm.yaml().replace("    slot: ", "    # slot: "));
        assertThatThrownBy(() -> HubConfiguration.read(folder)).hasMessageContaining("slot");
    }
}
