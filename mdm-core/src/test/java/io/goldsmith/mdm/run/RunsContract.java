package io.goldsmith.mdm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.TestHub;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What runs promise, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunsContract {

    private Hub hub;

    abstract DatabaseSettings database();

    @BeforeAll
    void open() {
        hub = TestHub.open(database());
    }

    @BeforeEach
    void empty() {
        TestHub.empty(hub);
    }

    @AfterAll
    void close() {
        hub.close();
    }

    @Test
    void endsARunWithItsCounts() {
        Run started = hub.runs().start("crm");
        hub.runs().count(started.id(), Map.of("landed", 10L, "quarantined", 1L));
        Run done = hub.runs().done(started.id(), Map.of("landed", 12L));

        assertThat(started.state()).isEqualTo(RunState.RUNNING);
        assertThat(done.state()).isEqualTo(RunState.DONE);
        assertThat(done.counts()).containsEntry("landed", 12L).containsEntry("quarantined", 1L);
        assertThat(done.endedAt()).contains(TestHub.NOW);
        assertThat(hub.runs().latest(5)).containsExactly(done);
    }

    @Test
    void startsNoSecondRunOfAName() {
        Run first = hub.runs().start("crm");

        assertThatThrownBy(() -> hub.runs().start("crm"))
                .isInstanceOf(RunInProgressException.class)
                .hasMessageContaining("crm");
        hub.runs().start("erp");
        hub.runs().failed(first.id(), Map.of(), "the source refused the connection");

        assertThat(hub.runs().start("crm").state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void startsOneRunWhenManyTryAtOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tries.add(pool.submit(this::isStarted));
        }
        int started = 0;
        for (Future<Boolean> each : tries) {
            started += each.get() ? 1 : 0;
        }
        pool.shutdown();

        assertThat(started).isEqualTo(1);
    }

    private boolean isStarted() {
        try {
            hub.runs().start("dmp");
            return true;
        } catch (RunInProgressException e) {
            return false;
        }
    }

    @Test
    void refusesToChangeARunThatHasEnded() {
        Run run = hub.runs().start("crm");
        hub.runs().done(run.id(), Map.of());

        assertThatThrownBy(() -> hub.runs().count(run.id(), Map.of("landed", 1L)))
                .isInstanceOf(MdmException.class)
                .hasMessageContaining("not running");
    }

    @Test
    void interruptsWhatAKilledProcessLeftRunning() {
        hub.runs().start("crm");

        assertThat(hub.runs().interruptAbandoned()).isEqualTo(1);

        assertThat(hub.runs().latest(1)).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
            assertThat(run.endedAt()).isPresent();
        });
    }
}
