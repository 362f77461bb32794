package io.goldsmith.connect.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.LandingCounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LandingQueueTest {

    private static final LandingCounts ONE_LANDED = new LandingCounts(1, 0, 0, 0);

    private final List<String> followed = new ArrayList<>();
    private long counted;

    private static List<Delivery> batch(String name) {
        return List.of(new Delivery.Unreadable("crm", name, "a batch of a test", ""));
    }

    private static String nameOf(List<Delivery> batch) {
        return ((Delivery.Unreadable) batch.get(0)).origin();
    }

    private void add(LandingQueue queue, String name, Set<String> keys) {
        queue.add(batch(name), keys, counts -> counted += counts.landed(), () -> followed.add(name));
    }

    @Test
    void whatFollowsALandingHappensInTheOrderOfTheBatches() throws InterruptedException {
        CountDownLatch secondIsLanded = new CountDownLatch(1);
        try (LandingQueue queue = new LandingQueue(
                batch -> {
                    await(nameOf(batch).equals("first") ? secondIsLanded : new CountDownLatch(0));
                    secondIsLanded.countDown();
                    return ONE_LANDED;
                },
                2)) {
            add(queue, "first", Set.of("A"));
            add(queue, "second", Set.of("B"));
            queue.finish();
        }
        assertThat(followed).containsExactly("first", "second");
        assertThat(counted).isEqualTo(2);
    }

    @Test
    void batchesOfOneKeyLandOneAfterTheOther() {
        List<String> begun = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger landing = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (LandingQueue queue = new LandingQueue(
                batch -> {
                    begun.add(nameOf(batch));
                    most.accumulateAndGet(landing.incrementAndGet(), Math::max);
                    Thread.yield();
                    landing.decrementAndGet();
                    return ONE_LANDED;
                },
                2)) {
            for (int i = 0; i < 50; i++) {
                add(queue, "batch" + i, Set.of("shared", "own" + i));
            }
            queue.finish();
        }
        assertThat(most).hasValue(1);
        assertThat(begun).hasSize(50).isEqualTo(followed);
    }

    @Test
    void aSourceThatIsFasterThanTheHubWaits() {
        AtomicInteger waiting = new AtomicInteger();
        CountDownLatch hub = new CountDownLatch(1);
        try (LandingQueue queue = new LandingQueue(
                batch -> {
                    await(hub);
                    return ONE_LANDED;
                },
                2)) {
            Thread source = new Thread(() -> {
                for (int i = 0; i < 20; i++) {
                    add(queue, "batch" + i, Set.of("key" + i));
                    waiting.incrementAndGet();
                }
                queue.finish();
            });
            source.start();
            while (source.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            assertThat(waiting).hasValueLessThanOrEqualTo(3);
            hub.countDown();
            join(source);
        }
        assertThat(followed).hasSize(20);
    }

    @Test
    void nothingFollowsALandingThatFailedNorThoseBehindIt() {
        LandingQueue queue = new LandingQueue(
                batch -> {
                    if (nameOf(batch).equals("second")) {
                        throw new IllegalStateException("the database is down");
                    }
                    return ONE_LANDED;
                },
                2);
        add(queue, "first", Set.of("A"));
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10; i++) {
                        add(queue, i == 0 ? "second" : "later" + i, Set.of("B" + i));
                    }
                    queue.finish();
                })
                .hasMessage("the database is down");
        queue.close();
        assertThat(followed).containsExactly("first");
        assertThat(counted).as("what was landed is counted, be it behind").isGreaterThanOrEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
