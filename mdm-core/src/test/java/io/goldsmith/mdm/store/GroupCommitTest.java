package io.goldsmith.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads share transactions, and none of them notices but by the time that it saves. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class GroupCommitTest {

    private static final int THREADS = 12;
    private static final int TURNS = 2;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final CountDownLatch begun = new CountDownLatch(TURNS);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Queue<List<Integer>> groups = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** Its groups begin, and wait for {@code goOn}. */
    private GroupCommit<Integer, Integer> held(BiPredicate<Integer, Integer> together, int enough) {
        return new GroupCommit<>(
                numbers -> {
                    begun.countDown();
                    await(goOn);
                    return squares(numbers);
                },
                together,
                TURNS,
                enough);
    }

    private List<Future<Integer>> submit(GroupCommit<Integer, Integer> commit, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> threads.submit(() -> commit.of(number)))
                .toList();
    }

    private List<Integer> squares(List<Integer> numbers) {
        groups.add(numbers);
        return numbers.stream().map(number -> number * number).toList();
    }

    @Test
    void givesEveryThreadWhatCameOfItsOwnWork() throws Exception {
        GroupCommit<Integer, Integer> commit = new GroupCommit<>(this::squares, (one, other) -> true, TURNS, 1);
        List<Future<Integer>> squares = submit(commit, 0, 5_000);

        for (int number = 0; number < 5_000; number++) {
            assertThat(squares.get(number).get()).isEqualTo(number * number);
        }
        assertThat(groups.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 5_000).boxed().toList());
    }

    @Test
    void takesTogetherWhatWaitsWhileEveryTurnIsTaken() throws Exception {
        GroupCommit<Integer, Integer> commit = held((one, other) -> one % 2 == other % 2, 1);
        List<Future<Integer>> waiting = new ArrayList<>(submit(commit, 100, 102));
        await(begun);
        waiting.addAll(submit(commit, 0, 8));
        while (waitingThreads() < 8) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        for (Future<Integer> each : waiting) {
            each.get();
        }

        assertThat(groups).hasSize(4).anySatisfy(group -> assertThat(group).containsExactlyInAnyOrder(0, 2, 4, 6));
        assertThat(groups).anySatisfy(group -> assertThat(group).containsExactlyInAnyOrder(1, 3, 5, 7));
    }

    /** Threads of the pool that wait for a turn. */
    private static long waitingThreads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getState() == Thread.State.WAITING)
                .filter(thread -> List.of(thread.getValue()).stream()
                        .anyMatch(frame -> frame.getClassName().equals(GroupCommit.class.getName())
                                && frame.getMethodName().equals("next")))
                .count();
    }

    @Test
    void beginsAnotherGroupBesideOneOnlyWhenEnoughWait() throws Exception {
        GroupCommit<Integer, Integer> commit = held((one, other) -> true, 3);
        List<Future<Integer>> all = new ArrayList<>(submit(commit, 0, 1));
        await(begun, 1);
        all.addAll(submit(commit, 1, 3));
        while (waitingThreads() < 2) {
            Thread.onSpinWait();
        }
        assertThat(begun.getCount()).as("two are not enough").isEqualTo(1);
        all.addAll(submit(commit, 3, 4));
        await(begun);
        goOn.countDown();
        for (Future<Integer> each : all) {
            each.get();
        }

        assertThat(groups).hasSize(2).anySatisfy(group -> assertThat(group).containsExactlyInAnyOrder(1, 2, 3));
    }

    @Test
    void letsNobodyFailForAnothersSake() throws Exception {
        GroupCommit<Integer, Integer> commit = new GroupCommit<>(
                numbers -> {
                    if (numbers.contains(13)) {
                        throw new IllegalStateException("13 is at fault");
                    }
                    return squares(numbers);
                },
                (one, other) -> true,
                TURNS,
                1);
        List<Future<Integer>> squares = submit(commit, 0, 200);

        for (int number = 0; number < 200; number++) {
            Future<Integer> square = squares.get(number);
            if (number == 13) {
                assertThatThrownBy(square::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasRootCauseMessage("13 is at fault");
            } else {
                assertThat(square.get()).isEqualTo(number * number);
            }
        }
    }

    @Test
    void doesNotDoWhatAnInterruptedThreadWantedBeforeItsTurnCame() throws Exception {
        GroupCommit<Integer, Integer> commit = held((one, other) -> true, 1);
        Future<Integer> first = threads.submit(() -> commit.of(1));
        await(begun, 1);
        Future<Integer> second = threads.submit(() -> commit.of(2));
        await(begun);
        Future<Integer> third = threads.submit(() -> commit.of(3));
        while (waitingThreads() == 0) {
            Thread.onSpinWait();
        }

        third.cancel(true);
        while (waitingThreads() > 0) {
            Thread.onSpinWait();
        }
        goOn.countDown();

        assertThat(first.get()).isEqualTo(1);
        assertThat(second.get()).isEqualTo(4);
        assertThat(groups).containsExactlyInAnyOrder(List.of(1), List.of(2));
        assertThat(commit.of(4)).isEqualTo(16);
    }

    private static void await(CountDownLatch latch) {
        await(latch, 0);
    }

    private static void await(CountDownLatch latch, long count) {
        try {
            while (latch.getCount() > count) {
                latch.await(1, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
