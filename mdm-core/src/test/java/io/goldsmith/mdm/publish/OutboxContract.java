package io.goldsmith.mdm.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.TestHub;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the outbox promises, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OutboxContract {

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
    void givesPositionsInTheOrderOfGoldenIdAndVersion() {
        write(7, 2);
        write(7, 1);
        write(3, 1);

        assertThat(hub.outbox().relay()).isEqualTo(3);

        assertThat(hub.outbox().after(0, 10))
                .extracting(ChangeEvent::position, event -> event.goldenId() + " " + event.version())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, "G-3 1"),
                        org.assertj.core.groups.Tuple.tuple(2L, "G-7 1"),
                        org.assertj.core.groups.Tuple.tuple(3L, "G-7 2"));
    }

    @Test
    void addsLaterEventsAfterThoseThatHaveAPosition() {
        write(7, 1);
        hub.outbox().relay();
        write(3, 1);
        hub.outbox().relay();

        assertThat(hub.outbox().relay()).isZero();
        assertThat(hub.outbox().lastPosition()).isEqualTo(2);
        assertThat(hub.outbox().after(1, 10)).singleElement().satisfies(event -> {
            assertThat(event.goldenId()).isEqualTo(new GoldenId(3));
            assertThat(event.kind()).isEqualTo(ChangeEvent.Kind.UPDATED);
            assertThat(event.occurredAt()).isEqualTo(TestHub.NOW);
        });
    }

    @Test
    void givesNoPositionToAnEventThatIsNotCommitted() {
        hub.store().inTransaction(transaction -> {
            insert(transaction.bulk(INSERT), 9, 1);
            Thread elsewhere = new Thread(() -> hub.outbox().relay());
            elsewhere.start();
            join(elsewhere);
            return null;
        });

        assertThat(hub.outbox().lastPosition()).isZero();
        assertThat(hub.outbox().relay()).isEqualTo(1);
    }

    @Test
    void skipsNothingWhileManyWrite() throws Exception {
        int writers = 4;
        int events = 60;
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        List<Future<?>> writing = new ArrayList<>();
        for (int writer = 1; writer <= writers; writer++) {
            long goldenId = writer;
            writing.add(pool.submit(() -> {
                for (int version = 1; version <= events; version++) {
                    write(goldenId, version);
                }
            }));
        }
        List<ChangeEvent> consumed = new ArrayList<>();
        long cursor = 0;
        while (consumed.size() < writers * events) {
            boolean allWritten = writing.stream().allMatch(Future::isDone);
            hub.outbox().relay();
            List<ChangeEvent> page = hub.outbox().after(cursor, 7);
            consumed.addAll(page);
            cursor = page.isEmpty() ? cursor : page.get(page.size() - 1).position();
            if (allWritten && page.isEmpty()) {
                break;
            }
        }
        for (Future<?> each : writing) {
            each.get(60, TimeUnit.SECONDS);
        }
        pool.shutdown();

        assertThat(consumed).hasSize(writers * events);
        for (long goldenId = 1; goldenId <= writers; goldenId++) {
            GoldenId id = new GoldenId(goldenId);
            assertThat(consumed)
                    .filteredOn(event -> event.goldenId().equals(id))
                    .extracting(ChangeEvent::version)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void leavesTheRelayToItsHolderUntilTheLeaseIsOver() {
        write(1, 1);
        hub.outbox().relay();
        write(1, 2);

        // Another process, with the same clock: the lease of the first still holds.
        assertThat(new Outbox(hub.store()).relay()).isZero();
        assertThat(hub.outbox().relay()).isEqualTo(1);
    }

    @Test
    void aNewConsumerStartsAtAnyPoint() {
        write(1, 1);
        write(1, 2);
        hub.outbox().relay();
        write(2, 1);

        assertThat(hub.outbox().start("everything", new StartingPoint.AfterPosition(0)))
                .isZero();
        assertThat(hub.outbox().start("second", new StartingPoint.AfterPosition(1)))
                .isEqualTo(1);
        assertThat(hub.outbox().start("now", new StartingPoint.Now()))
                .as("what is committed has happened, whether it has a position or not")
                .isEqualTo(3);
        assertThat(hub.outbox().start("at", new StartingPoint.AtInstant(TestHub.NOW)))
                .isZero();
        assertThat(hub.outbox().start("later", new StartingPoint.AtInstant(TestHub.NOW.plusSeconds(1))))
                .isEqualTo(3);
        assertThat(hub.outbox().start("second", new StartingPoint.Now()))
                .as("who has a cursor goes on from there")
                .isEqualTo(1);
    }

    @Test
    void movesACursorForwardOnly() {
        assertThat(hub.outbox().hasCursor("replication")).isFalse();
        assertThat(hub.outbox().cursor("replication")).isZero();

        hub.outbox().advance("replication", 0);
        assertThat(hub.outbox().hasCursor("replication")).isTrue();
        hub.outbox().advance("replication", 12);
        hub.outbox().advance("replication", 5);

        assertThat(hub.outbox().cursor("replication")).isEqualTo(12);
    }

    @Test
    void movesACursorInTheTransactionOfTheCaller() {
        hub.outbox().advance("replication", 1);

        assertThatThrownBy(() -> hub.store().inTransaction(transaction -> {
                    hub.outbox().advance("replication", 9);
                    throw new IllegalStateException("delivery failed");
                }))
                .hasMessage("delivery failed");

        assertThat(hub.outbox().cursor("replication")).isEqualTo(1);
    }

    private static final String INSERT =
            "insert into change_event (id, golden_id, golden_version, kind, cause, occurred_at, change_id)"
                    + " values (?, ?, ?, ?, ?, ?, ?)";

    private void write(long goldenId, int version) {
        hub.store().inTransaction(transaction -> {
            insert(transaction.bulk(INSERT), goldenId, version);
            return null;
        });
    }

    private void insert(BulkWriter writer, long goldenId, int version) throws java.sql.SQLException {
        try (writer) {
            long id = hub.store().ids("event_id").next();
            writer.row(id, goldenId, version, "UPDATED", "test", TestHub.NOW, id);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(60));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
