package io.goldsmith.connect.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.LoadSummary;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.http.AccountingService.Fault;
import io.goldsmith.connect.jdbc.Crm;
import io.goldsmith.mdm.run.RunState;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpConnectorTest {

    @TempDir
    Path folder;

    private AccountingService accounting;

    @BeforeEach
    void start() throws IOException {
        accounting = AccountingService.start();
        for (int i = 1; i <= 5; i++) {
            accounting.customer(
                    "K" + i,
                    "NOM" + i + " Prenom" + i,
                    "k" + i + "@example.fr",
                    i + " rue A",
                    Instant.parse("2024-01-0" + i + "T00:00:00Z"));
        }
    }

    @AfterEach
    void stop() {
        accounting.close();
    }

    private TestHub hub() {
        return TestHub.open(folder, "connectors:\n" + accounting.yaml());
    }

    private static ExtractionReport extract(TestHub hub) {
        return hub.connectors().extract("accounting").extractions().get(0);
    }

    @Test
    void readsEveryPageThenOnlyWhatChanged() {
        try (TestHub hub = hub()) {
            assertThat(extract(hub).counts().landed()).isEqualTo(5);

            accounting.customer("K3", "NOM3 Prenom3", "k3@example.fr", "9 rue Z", Instant.now());

            assertThat(extract(hub).counts().read()).isEqualTo(1);
            assertThat(extract(hub).counts().landed()).isZero();
            assertThat(hub.hub()
                            .goldenRecords()
                            .search("K3", 0, 1)
                            .records()
                            .get(0)
                            .attributes()
                            .first("street"))
                    .contains("9 rue Z");
        }
    }

    @Test
    void asksAgainWhileTheServiceIsBusy() {
        accounting.fail(Fault.BUSY, Fault.BUSY);
        try (TestHub hub = hub()) {
            assertThat(extract(hub).counts().landed()).isEqualTo(5);
        }
    }

    @Test
    void givesUpWhenTheServiceStaysBusyAndSaysWhatToCheck() {
        accounting.fail(Fault.BUSY, Fault.BUSY, Fault.BUSY);
        try (TestHub hub = hub()) {
            assertThat(extract(hub).message())
                    .contains("page 0 of http://localhost:", "answered by 503 after 3 attempts", "check");
        }
    }

    @Test
    void aPageThatIsNotJsonFailsTheRunWithoutQuotingIt() {
        accounting.fail(Fault.GARBAGE);
        try (TestHub hub = hub()) {
            ExtractionReport report = extract(hub);

            assertThat(report.state()).isEqualTo(RunState.FAILED);
            assertThat(report.message())
                    .contains("page 0 of", "must be JSON", "text/html", "check that the address")
                    .doesNotContain("Dupont");
        }
    }

    @Test
    void aWrongTokenIsToldAsSuch() throws IOException {
        try (TestHub hub = TestHub.open(
                folder, ("connectors:\n" + accounting.yaml()).replace("secrets/password", "secrets/other"), "other")) {
            assertThat(extract(hub).message()).contains("answered by 401", "check the connector's token");
        }
    }

    @Test
    void aServiceThatHangsIsGivenUpAfterItsTimeOut() {
        accounting.fail(Fault.HANG);
        try (TestHub hub = hub()) {
            assertThat(extract(hub).message()).contains("gets no answer from http://localhost:");
            assertThat(extract(hub).isDone()).isTrue();
        }
    }

    @Test
    void aServiceThatRefusesConnectionsDoesNotStopTheOthers() throws SQLException {
        accounting.close();
        try (Crm crm = Crm.start("crm" + System.nanoTime())) {
            crm.contact("C1", "Anna", "Smith", "1 rue A", "Paris", LocalDateTime.of(2024, 1, 1, 0, 0));
            try (TestHub hub = TestHub.open(folder, "connectors:\n" + accounting.yaml() + crm.yaml())) {
                LoadSummary summary = hub.connectors().extractAll();

                assertThat(summary.isDone()).isFalse();
                assertThat(summary.extractions())
                        .extracting(ExtractionReport::state)
                        .containsExactly(RunState.FAILED, RunState.DONE);
                assertThat(summary.extractions().get(0).message())
                        .contains("Connector accounting gets no answer", "check that the service runs");
                assertThat(summary.counts().landed()).isEqualTo(1);
                assertThat(hub.hub().goldenRecords().count()).isEqualTo(1);
            }
        }
    }
}
