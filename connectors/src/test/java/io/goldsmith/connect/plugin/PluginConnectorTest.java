package io.goldsmith.connect.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.ExtractionCounts;
import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.preview.ConnectorPreview;
import io.goldsmith.connect.preview.PreviewedRow;
import io.goldsmith.matching.settings.SettingsException;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.run.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginConnectorTest {

    private static final String CONNECTOR = """
            connectors:
              friends:
                kind: plugin
                plugin: notebook
                source: broker
                options: {folder: notebooks, key: "${file:secrets/password}"}
                streams:
                  - name: people
                    from: people
                    records:
                      key: KEY
                      timestamp: {column: AT, format: yyyy-MM-dd, zone: UTC}
                      attributes:
                        party_type: {constant: person}
                        family_name: NAME
            """;

    @TempDir
    private Path folder;

    private Notebooks notebooks;

    @BeforeEach
    void openANotebook() throws IOException {
        notebooks = new Notebooks(folder);
    }

    private ExtractionReport extract(TestHub hub) {
        return hub.connectors().extract("friends").extractions().get(0);
    }

    @Test
    void itsRowsAreLandedOnceAndAHubThatComesBackGoesOnFromThere() throws Exception {
        notebooks.put("F1", "DURAND");
        notebooks.put("F2", "MARTIN");
        try (TestHub hub = TestHub.open(folder, CONNECTOR)) {
            assertThat(extract(hub).counts()).isEqualTo(new ExtractionCounts(2, 2, 0, 0, 0, 0, 0));
        }
        notebooks.put("F3", "PETIT");
        try (TestHub hub = TestHub.open(folder, CONNECTOR)) {
            assertThat(extract(hub).counts()).isEqualTo(new ExtractionCounts(1, 1, 0, 0, 0, 0, 0));
            assertThat(extract(hub).counts()).isEqualTo(ExtractionCounts.NONE);
        }
    }

    @Test
    void whatCannotBeReadWaitsInQuarantineWithItsReason() throws Exception {
        notebooks.putUnreadable();
        notebooks.put("F1", "DURAND");
        try (TestHub hub = TestHub.open(folder, CONNECTOR)) {
            ExtractionReport report = extract(hub);
            assertThat(report.counts()).isEqualTo(new ExtractionCounts(2, 1, 0, 0, 0, 1, 0));
            assertThat(report.state()).isEqualTo(RunState.DONE);
        }
    }

    @Test
    void aSystemThatIsDownFailsTheRunWithWhatToCheckAndIsReadWhenItIsBack() throws Exception {
        notebooks.put("F1", "DURAND");
        try (TestHub hub = TestHub.open(folder, CONNECTOR)) {
            notebooks.goDown();
            ExtractionReport down = extract(hub);
            assertThat(down.state()).isEqualTo(RunState.FAILED);
            assertThat(down.message())
                    .isEqualTo("Connector friends, stream people: the folder notebooks must be there, but is not");
            notebooks.comeBack();
            assertThat(extract(hub).counts().landed()).isOne();
        }
    }

    @Test
    void inAFullExtractWhatIsMissingIsDeleted() throws Exception {
        String full = CONNECTOR.replace("    source: broker\n", "    source: broker\n    full-extract: true\n");
        for (int i = 0; i < 10; i++) {
            notebooks.put("F" + i, "DURAND");
        }
        try (TestHub hub = TestHub.open(folder, full)) {
            assertThat(extract(hub).counts().landed()).isEqualTo(10);
            Path people = folder.resolve("notebooks/people");
            Files.writeString(people, Files.readString(people).replace("F9=DURAND\n", ""));
            ExtractionCounts second = extract(hub).counts();
            assertThat(second.read()).isEqualTo(9);
            assertThat(second.vanished()).isOne();
        }
    }

    @Test
    void aPreviewShowsItsFirstRowsAndLeavesNoTrace() throws Exception {
        for (int i = 0; i < 20; i++) {
            notebooks.put("F" + i, "DURAND");
        }
        TestHub.write(folder, CONNECTOR);
        ConnectorPreview preview = new ConnectorPreview(HubConfiguration.read(folder), Clock.systemUTC());
        assertThat(preview.of("friends", Optional.empty(), 5).streams().get(0).rows())
                .hasSize(5)
                .extracting(PreviewedRow::key)
                .contains("F0", "F4");
        try (TestHub hub = TestHub.open(folder, CONNECTOR)) {
            assertThat(extract(hub).counts().landed()).isEqualTo(20);
        }
    }

    @Test
    void aKindThatIsNotThereIsToldWithTheNearestThatIs() {
        assertProblem(
                CONNECTOR.replace("plugin: notebook", "plugin: notebok"),
                "\"notebok\" is no kind of connector; did you mean \"notebook\"?");
    }

    @Test
    void optionsAreCheckedAgainstWhatTheKindSays() {
        assertProblem(
                CONNECTOR.replace("{folder:", "{foldr:"),
                "\"foldr\" is no option of notebook; did you mean \"folder\"?");
        assertProblem(
                CONNECTOR.replace("{folder:", "{foldr:"),
                "the option folder of notebook must be there, but is not: The folder of the notebooks");
        assertProblem(CONNECTOR.replace("\"${file:secrets/password}\"", "sesame"), "a secret must be a reference");
    }

    private void assertProblem(String sections, String message) {
        assertThatThrownBy(() -> TestHub.open(folder, sections))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("goldsmith.yaml:")
                .hasMessageContaining("/connectors/friends".replace('/', '.').substring(1))
                .hasMessageContaining(message);
    }

    @Test
    void aJarThatCannotBeOpenedIsToldByItsName() throws Exception {
        Files.createDirectories(folder.resolve("plugins"));
        Files.writeString(folder.resolve("plugins/broken.jar"), "half of a downlo");
        assertThatThrownBy(() -> TestHub.open(folder, CONNECTOR))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("broken.jar")
                .hasMessageContaining("must be a jar");
    }

    @Test
    void otherFilesMayLieBesideThePlugins() throws Exception {
        Files.createDirectories(folder.resolve("plugins"));
        Files.writeString(folder.resolve("plugins/README.txt"), "Jars lie here.");
        try (TestHub hub = TestHub.open(folder, CONNECTOR)) {
            assertThat(hub.connectors().names()).containsExactly("friends");
        }
    }
}
