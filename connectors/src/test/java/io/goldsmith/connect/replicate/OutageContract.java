package io.goldsmith.connect.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.HubDatabase;
import io.goldsmith.connect.health.Condition;
import io.goldsmith.connect.health.Meters;
import io.goldsmith.connect.health.SystemHealth;
import io.goldsmith.connect.http.AccountingService;
import io.goldsmith.connect.http.AccountingService.Fault;
import io.goldsmith.mdm.stewardship.Task;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounting is down, or refuses what it is sent, at three in the morning. */
abstract class OutageContract {

    @TempDir
    private Path folder;

    private ThreeSystems systems;

    abstract HubDatabase database();

    @BeforeEach
    void load() {
        systems = ThreeSystems.loaded(folder, database());
    }

    @AfterEach
    void close() {
        systems.close();
    }

    private List<Task> tasks(TaskState state) {
        return systems.hub.hub().tasks().queue(state, Optional.of(TaskKind.FAILED_DELIVERY), 0, 10);
    }

    private SystemHealth accounting() {
        return systems.hub.connectors().health().stream()
                .filter(system -> system.system().equals("accounting"))
                .findFirst()
                .orElseThrow();
    }

    private void settleUntil(DeliveryState state) {
        Awaitility.await().until(() -> {
            systems.settle();
            return systems.newest("accounting").state() == state;
        });
    }

    /** Every figure by name and labels. */
    private Map<String, DoubleSupplier> figures() {
        Map<String, DoubleSupplier> figures = new HashMap<>();
        systems.hub.connectors().measure(new Meters() {
            @Override
            public void counter(String name, String description, Map<String, String> labels, DoubleSupplier value) {
                figures.put(name + new TreeMap<>(labels), value);
            }

            @Override
            public void gauge(String name, String description, Map<String, String> labels, DoubleSupplier value) {
                figures.put(name + new TreeMap<>(labels), value);
            }
        });
        return figures;
    }

    @Test
    void noDeliveryIsLostHoweverLongItIsDownAndAPersonIsToldUntilItIsBack() throws IOException {
        int port = systems.accounting.port();
        systems.accounting.close();
        systems.annaMovesInTheCrm("2 rue B");
        Awaitility.await().until(() -> {
            systems.settle();
            systems.hub.connectors().watch();
            return accounting().targets().get("accounting").state() == Condition.State.OPEN
                    && !tasks(TaskState.OPEN).isEmpty();
        });

        assertThat(tasks(TaskState.OPEN))
                .singleElement()
                .satisfies(task -> assertThat(task.details())
                        .contains("accounting has failed since", "gets no answer", "tries again by itself")
                        .doesNotContain("rue", "Smith"));
        assertThat(accounting().targets().get("accounting").nextTrial()).isPresent();
        for (int i = 0; i < 50; i++) {
            systems.settle();
        }
        assertThat(systems.newest("accounting").state()).isEqualTo(DeliveryState.PENDING);
        assertThat(systems.newest("accounting").attempts()).isLessThanOrEqualTo(1);

        systems.accounting = AccountingService.start(port);
        systems.accounting.customer("K1", "SMITH Anna", "anna@example.fr", "1, rue A", ThreeSystems.IN_MARCH);
        settleUntil(DeliveryState.ACKNOWLEDGED);
        systems.hub.connectors().watch();

        assertThat(systems.streetInAccounting("K1")).isEqualTo("2 rue B");
        assertThat(tasks(TaskState.OPEN)).isEmpty();
        assertThat(tasks(TaskState.OBSOLETE)).hasSize(1);
        assertThat(accounting().failingSince()).isEmpty();
    }

    @Test
    void aSystemThatSaysItIsBusyIsLeftAloneAndNothingDies() {
        systems.accounting.fail(Fault.BUSY, Fault.BUSY, Fault.BUSY, Fault.BUSY, Fault.BUSY, Fault.BUSY);
        systems.annaMovesInTheCrm("2 rue B");
        settleUntil(DeliveryState.ACKNOWLEDGED);

        assertThat(systems.newest("accounting").attempts()).isLessThanOrEqualTo(2);
        assertThat(systems.accounting.puts()).hasSize(1);
        assertThat(accounting().targets().get("accounting").lastFailure().orElseThrow())
                .contains("503");
    }

    @Test
    void deadLettersAreOneTaskAndAreReplayedByFilter() {
        systems.accounting.fail(Fault.GARBAGE, Fault.GARBAGE);
        systems.annaMovesInTheCrm("2 rue B");
        settleUntil(DeliveryState.DEAD);
        systems.hub.connectors().watch();
        systems.hub.connectors().watch();

        assertThat(tasks(TaskState.OPEN)).singleElement().satisfies(task -> {
            assertThat(task.details()).contains("1 deliveries to accounting", "./goldsmith deliveries accounting");
            assertThat(task.goldenId()).isEqualTo(systems.anna().id());
            assertThat(task.revision()).as("told once").isEqualTo(1);
        });
        assertThat(figures()
                        .get("goldsmith.deliveries{state=dead, target=accounting}")
                        .getAsDouble())
                .isEqualTo(1);

        DeliveryFilter all = DeliveryFilter.ALL_DEAD_LETTERS;
        DeliveryFilter others =
                new DeliveryFilter(all.states(), all.id(), all.goldenId(), Optional.of("no such reason"), all.since());
        DeliveryFilter these = new DeliveryFilter(
                all.states(),
                all.id(),
                Optional.of(systems.anna().id()),
                Optional.of("json OBJECT"),
                Optional.of(ThreeSystems.IN_MARCH));
        assertThat(systems.hub.connectors().replay("accounting", others)).isZero();
        assertThat(systems.hub.connectors().ledger().find("accounting", these, 10))
                .hasSize(1);
        assertThat(systems.hub.connectors().replay("accounting", these)).isEqualTo(1);
        settleUntil(DeliveryState.ACKNOWLEDGED);
        systems.hub.connectors().watch();

        assertThat(systems.streetInAccounting("K1")).isEqualTo("2 rue B");
        assertThat(tasks(TaskState.OPEN)).isEmpty();
    }

    @Test
    void aReplayOfAnOlderStateNeverWritesOverANewerOne() {
        systems.accounting.fail(Fault.GARBAGE, Fault.GARBAGE);
        systems.annaMovesInTheCrm("2 rue B");
        settleUntil(DeliveryState.DEAD);
        systems.annaMovesInTheCrm("3 rue C");

        assertThat(systems.hub.connectors().replay("accounting", DeliveryFilter.ALL_DEAD_LETTERS))
                .isZero();
        systems.settle();
        assertThat(systems.streetInAccounting("K1")).isEqualTo("3 rue C");
    }

    @Test
    void figuresTellRowsLagAndBreakersByBoundedLabels() {
        Map<String, DoubleSupplier> figures = figures();

        assertThat(figures.get("goldsmith.connector.rows{connector=accounting, outcome=landed}")
                        .getAsDouble())
                .isEqualTo(1);
        assertThat(figures.get("goldsmith.connector.rows{connector=accounting, outcome=unreadable}")
                        .getAsDouble())
                .isZero();
        assertThat(figures.get("goldsmith.connector.lag.seconds{connector=crm}").getAsDouble())
                .isNotNegative();
        assertThat(figures.get("goldsmith.system.breaker{system=accounting, way=reading}")
                        .getAsDouble())
                .isZero();
        assertThat(figures.keySet()).noneMatch(name -> name.contains("Smith") || name.contains("K1"));
    }
}
