package io.goldsmith.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.connect.http.AccountingService;
import io.goldsmith.connect.http.AccountingService.Fault;
import io.goldsmith.connect.turn.Turn;
import io.goldsmith.connect.turn.TurnLostException;
import io.goldsmith.connect.turn.Turns;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.run.Run;
import io.goldsmith.mdm.run.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hubs on one PostgreSQL. */
class TwoNodesTest {

    @TempDir
    private Path folder;

    private final HubDatabase database = HubDatabase.postgreSql();
    private final Ahead clock = new Ahead();
    private AccountingService accounting;
    private Hub hub;
    private Connectors connectors;

    /** The time of this machine, and more. */
    private static final class Ahead extends Clock {
        private volatile Duration by = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void open() throws IOException {
        accounting = AccountingService.start();
        accounting.customer("K1", "SMITH Anna", "anna@example.fr", "1 rue A", Instant.parse("2024-03-02T09:00:00Z"));
        hub = Hub.open(HubConfiguration.read(node("here")), clock);
        connectors = Connectors.open(hub, clock);
    }

    @AfterEach
    void close() {
        accounting.close();
        connectors.close();
        hub.close();
    }

    private Path node(String name) throws IOException {
        Path place = folder.resolve(name);
        TestHub.write(place, "connectors:\n" + accounting.yaml().replace("timeout: PT1S", "timeout: PT40S"));
        Path file = place.resolve("goldsmith.yaml");
        Files.writeString(file, database.in(Files.readString(file)));
        return place;
    }

    private void awaitRun(String name) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> accounting.hasFailed()
                        && hub.runs().latest(10).stream()
                                .anyMatch(run -> run.name().equals(name) && run.state() == RunState.RUNNING));
    }

    @Test
    void aNodeThatIsKilledIsTakenOverFromAfterAMinuteAndNotBefore() throws IOException, InterruptedException {
        accounting.fail(Fault.HANG);
        Process other = OtherNode.start(node("there"), "accounting");
        try {
            awaitRun("accounting");
            ExtractionReport refused = connectors.land("accounting");
            assertThat(refused.state()).isEqualTo(RunState.FAILED);
            assertThat(refused.message()).contains("accounting", "another node");
        } finally {
            other.destroyForcibly().waitFor();
        }

        asIfOnAnotherMachine("accounting");
        assertThat(connectors.land("accounting").state()).isEqualTo(RunState.FAILED);
        assertThat(hub.sourceRecords().countLiveOf("accounting")).isZero();
        clock.by = Duration.ofSeconds(61);
        LoadSummary taken = connectors.extract("accounting");

        assertThat(taken.isDone()).isTrue();
        assertThat(taken.extractions().get(0).counts().landed()).isEqualTo(1);
        assertThat(hub.runs().latest(10).stream()
                        .filter(run -> run.name().equals("accounting"))
                        .map(Run::state))
                .containsExactly(RunState.DONE, RunState.INTERRUPTED);
    }

    @Test
    void aNodeThatIsKilledOnThisMachineIsTakenOverFromAtOnce() throws Exception {
        accounting.fail(Fault.HANG);
        Process other = OtherNode.start(node("there"), "accounting");
        try {
            awaitRun("accounting");
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(connectors.extract("accounting").isDone()).isTrue();
    }

    private void asIfOnAnotherMachine(String connector) {
        hub.store().inTransaction(transaction -> {
            try (PreparedStatement move = transaction
                    .connection()
                    .prepareStatement("update connector_turn set holder = replace(holder, '@', '@elsewhere.')"
                            + " where name like ?")) {
                move.setString(1, "%" + connector);
                assertThat(move.executeUpdate()).isPositive();
                return null;
            }
        });
    }

    @Test
    void aNodeThatIsOpenedBesideAnotherDoesNotEndItsRun() throws IOException {
        accounting.fail(Fault.HANG);
        CompletableFuture<LoadSummary> here = CompletableFuture.supplyAsync(() -> connectors.extract("accounting"));
        awaitRun("accounting");
        try (Hub second = Hub.open(HubConfiguration.read(node("there")), Clock.systemUTC());
                Connectors there = Connectors.open(second, Clock.systemUTC())) {
            assertThat(there.land("accounting").state()).isEqualTo(RunState.FAILED);
            accounting.letGo();

            assertThat(here.join().isDone()).isTrue();
            assertThat(there.land("accounting").isDone())
                    .as("given up at the end")
                    .isTrue();
        }
    }

    @Test
    void aTurnThatWentToAnotherIsFencedOffAndOneThatIsFreshCostsNothing() throws IOException {
        try (Hub second = Hub.open(HubConfiguration.read(node("there")), Clock.systemUTC());
                Turns mine = new Turns(hub.store(), true);
                Turns others = new Turns(second.store(), true)) {
            Turn other = others.of("extract crm");
            Turn turn = mine.of("extract crm");
            assertThat(other.takeByClock()).isEqualTo(Turn.Claim.TAKEN);
            assertThat(other.takeByClock()).isEqualTo(Turn.Claim.KEPT);
            assertThat(turn.take()).isEqualTo(Turn.Claim.REFUSED);
            second.store().inTransaction(transaction -> {
                other.fence(transaction);
                return null;
            });

            clock.by = Duration.ofSeconds(61);
            assertThat(turn.take()).isEqualTo(Turn.Claim.TAKEN);

            assertThat(other.takeByClock())
                    .as("fresh, so the database is not asked")
                    .isEqualTo(Turn.Claim.KEPT);
            assertThatThrownBy(() -> second.store().inTransaction(transaction -> {
                        other.fence(transaction);
                        return null;
                    }))
                    .isInstanceOf(TurnLostException.class)
                    .hasMessageContaining("another node");
            assertThat(other.takeByClock()).isEqualTo(Turn.Claim.REFUSED);
            turn.release();
            assertThat(other.take()).isEqualTo(Turn.Claim.TAKEN);
        }
    }
}
