package io.goldsmith.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.mdm.MdmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the store promises, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreContract {

    Store store;

    abstract DatabaseSettings database();

    @BeforeAll
    void open() {
        store = Store.open(database(), List.of(), Clock.systemUTC());
    }

    @BeforeEach
    void empty() {
        execute("delete from consumer_cursor");
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void rollsBackWhenTheWorkFails() {
        assertThatThrownBy(() -> store.inTransaction(transaction -> {
                    insert(transaction, "a");
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");

        assertThat(count()).isZero();
    }

    @Test
    void joinsTheCallersTransaction() {
        assertThatThrownBy(() -> store.inTransaction(outer -> {
                    store.inTransaction(inner -> {
                        assertThat(inner).isSameAs(outer);
                        insert(inner, "a");
                        return null;
                    });
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(count()).isZero();
    }

    @Test
    void commitsNothingOfATransactionWithAFailedPart() {
        assertThatThrownBy(() -> store.inTransaction(outer -> {
                    insert(outer, "a");
                    try {
                        store.inTransaction(inner -> {
                            throw new IllegalStateException("no");
                        });
                    } catch (IllegalStateException swallowed) {
                        assertThat(swallowed).hasMessage("no");
                    }
                    return null;
                }))
                .isInstanceOf(StoreException.class);

        assertThat(count()).isZero();
    }

    @Test
    void retriesADeadlockUntilBothHaveDoneTheirWork() throws Exception {
        execute("insert into consumer_cursor (consumer, position, moved_at) values ('left', 0, current_timestamp)");
        execute("insert into consumer_cursor (consumer, position, moved_at) values ('right', 0, current_timestamp)");
        AtomicInteger attempts = new AtomicInteger();
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);

        Future<?> one = two.submit(() -> moveBoth("left", "right", bothHoldOne, attempts));
        Future<?> other = two.submit(() -> moveBoth("right", "left", bothHoldOne, attempts));
        one.get(60, TimeUnit.SECONDS);
        other.get(60, TimeUnit.SECONDS);
        two.shutdown();

        assertThat(position("left")).isEqualTo(2);
        assertThat(position("right")).isEqualTo(2);
        assertThat(attempts).hasValueGreaterThan(2);
    }

    private void moveBoth(String first, String second, CyclicBarrier bothHoldOne, AtomicInteger attempts) {
        store.inTransaction(transaction -> {
            boolean isFirstAttempt = attempts.incrementAndGet() <= 2;
            move(transaction, first);
            if (isFirstAttempt) {
                await(bothHoldOne);
            }
            move(transaction, second);
            return null;
        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void doesNotRetryWhatWillFailAgain() {
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> store.inTransaction(transaction -> {
                    attempts.incrementAndGet();
                    insert(transaction, "a");
                    insert(transaction, "a");
                    return null;
                }))
                .isInstanceOfSatisfying(StoreException.class, refused -> {
                    assertThat(refused.isDuplicateKey()).isTrue();
                    assertThat(refused).hasMessageContaining("23505");
                });

        assertThat(attempts).hasValue(1);
    }

    @Test
    void handsOutEveryIdOnce() throws Exception {
        IdAllocator ids = store.ids("entry_id");
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        ExecutorService four = Executors.newFixedThreadPool(4);
        CountDownLatch done = new CountDownLatch(4);
        for (int thread = 0; thread < 4; thread++) {
            four.execute(() -> {
                for (int i = 0; i < 250; i++) {
                    seen.add(ids.next());
                }
                done.countDown();
            });
        }

        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        four.shutdown();
        assertThat(seen).hasSize(1_000);
        assertThat(store.ids("entry_id")).isSameAs(ids);
    }

    @Test
    void writesRowsInBulkWithNullsAndTimes() {
        Instant time = Instant.parse("2026-01-02T03:04:05.678901Z");
        store.inTransaction(transaction -> {
            try (BulkWriter rows = transaction.bulk("insert into golden_record (id, version, state, merged_into,"
                    + " created_at, changed_at, valid_until) values (?, ?, ?, ?, ?, ?, ?)")) {
                for (long id = 1; id <= 2_500; id++) {
                    rows.row(id, 1, "ACTIVE", null, time, time, Optional.of(time));
                }
                assertThat(rows.rows()).isEqualTo(2_500);
            }
            return null;
        });

        assertThat(number("select count(*) from golden_record where merged_into is null and created_at = valid_until"))
                .isEqualTo(2_500);
        execute("delete from golden_record");
    }

    @Test
    void migratesAnotherModuleBesideItsOwnTables() {
        store.migrate("test-module", "io/goldsmith/mdm/store/testmigration");
        store.migrate("test-module", "io/goldsmith/mdm/store/testmigration");

        assertThat(number("select count(*) from watermark_of_test")).isZero();
        assertThatThrownBy(() -> store.migrate("nothing", "io/goldsmith/none"))
                .isInstanceOf(MdmException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void givesALeaseToOneHolderUntilItsTimeIsOver() {
        Lease lease = new Lease("resolution");
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        Duration time = Duration.ofSeconds(10);

        assertThat(take(lease, "one", now, time)).isEqualTo(1);
        assertThat(take(lease, "other", now.plusSeconds(9), time)).isEqualTo(-1);
        assertThat(take(lease, "one", now.plusSeconds(9), time)).isEqualTo(1);
        assertThat(take(lease, "other", now.plusSeconds(20), time)).isEqualTo(2);
        assertThat(take(lease, "one", now.plusSeconds(20), time)).isEqualTo(-1);
    }

    private long take(Lease lease, String holder, Instant now, Duration time) {
        return store.inTransaction(
                transaction -> lease.take(transaction, holder, now, time).orElse(-1));
    }

    private static void insert(Transaction transaction, String consumer) throws SQLException {
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement(
                        "insert into consumer_cursor (consumer, position, moved_at) values (?, 0, current_timestamp)")) {
            insert.setString(1, consumer);
            insert.executeUpdate();
        }
    }

    private static void move(Transaction transaction, String consumer) throws SQLException {
        try (PreparedStatement update = transaction
                .connection()
                .prepareStatement("update consumer_cursor set position = position + 1 where consumer = ?")) {
            update.setString(1, consumer);
            update.executeUpdate();
        }
    }

    private long position(String consumer) {
        return number("select position from consumer_cursor where consumer = '" + consumer + "'");
    }

    private long count() {
        return number("select count(*) from consumer_cursor");
    }

    private long number(String sql) {
        return store.inTransaction(transaction -> {
            try (Statement statement = transaction.connection().createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private void execute(String sql) {
        store.inTransaction(transaction -> {
            try (Statement statement = transaction.connection().createStatement()) {
                return statement.execute(sql);
            }
        });
    }
}
