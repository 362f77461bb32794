package io.goldsmith.mdm.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Lets threads that want the same kind of work done at the same time share transactions, as a database shares its disk among commits:
 * whoever finds a turn free takes what waits with it, so that the more wait, the more is done at once. While one thread alone wants
 * something, each piece of work has a transaction of its own and waits for nothing. If the work of a group fails, each
 * piece of it is done by itself, by who wants it, so that nobody fails for another's sake. Thread-safe.
 *
 * @param <T> what is to be done
 * @param <R> what came of it
 */
public final class GroupCommit<T, R> {

    /** Large enough that the questions of a transaction are shared by many, and small enough that its locks stand in nobody's way. */
    private static final int LARGEST = 16;

    /** Each group at work keeps a core busy, here or in the database. */
    private static final int TURNS = Runtime.getRuntime().availableProcessors();

    /** So many must wait before a group begins beside another one: many small groups would pay for as many transactions. */
    private static final int ENOUGH = 4;

    private final Function<List<T>, List<R>> work;
    private final BiPredicate<T, T> together;
    private final int turns;
    private final int enough;
    private final Deque<Request<T, R>> waiting = new ArrayDeque<>();
    private int turnsTaken;

    /**
     * @param work does a few pieces of work in a transaction of its own, and answers what came of each, in their order
     * @param together whether two pieces may be in one group
     */
    public GroupCommit(Function<List<T>, List<R>> work, BiPredicate<T, T> together) {
        this(work, together, TURNS, ENOUGH);
    }

    /**
     * @param turns how many groups may be at work at once
     * @param enough how many must wait before a group begins beside another one
     */
    GroupCommit(Function<List<T>, List<R>> work, BiPredicate<T, T> together, int turns, int enough) {
        this.work = work;
        this.together = together;
        this.turns = turns;
        this.enough = enough;
    }

    private enum State {
        WAITING,
        TAKEN,
        DONE,
        /** Its group failed. */
        ALONE
    }

    private static final class Request<T, R> {
        final T wanted;
        State state = State.WAITING;
        List<R> result = List.of();

        Request(T wanted) {
            this.wanted = wanted;
        }
    }

    /**
     * Does a piece of work, or waits until another thread has done it. Never to be called within a transaction.
     *
     * @return what came of it, when it is committed
     * @throws InterruptedException if the thread is interrupted before the work is taken up; it is not done then
     */
    public R of(T wanted) throws InterruptedException {
        Request<T, R> own = new Request<>(wanted);
        List<Request<T, R>> group = enter(own);
        while (!group.isEmpty()) {
            lead(group, own);
            group = next(own);
        }
        return own.state == State.DONE
                ? own.result.get(0)
                : work.apply(List.of(wanted)).get(0);
    }

    private synchronized List<Request<T, R>> enter(Request<T, R> own) throws InterruptedException {
        waiting.add(own);
        return next(own);
    }

    /** Waits until the thread's own work is done, or a turn is free; answers the group that is done in that turn. */
    private synchronized List<Request<T, R>> next(Request<T, R> own) throws InterruptedException {
        boolean interrupted = false;
        while (own.state == State.TAKEN || own.state == State.WAITING && !isTurn()) {
            try {
                wait();
            } catch (InterruptedException e) {
                if (waiting.remove(own)) {
                    throw e;
                }
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return own.state == State.WAITING ? take() : List.of();
    }

    private boolean isTurn() {
        return turnsTaken == 0 || turnsTaken < turns && waiting.size() >= enough;
    }

    /** What waits longest, and what may be done with it. */
    private List<Request<T, R>> take() {
        turnsTaken++;
        List<Request<T, R>> group = new ArrayList<>();
        T first = waiting.getFirst().wanted;
        Iterator<Request<T, R>> each = waiting.iterator();
        while (each.hasNext() && group.size() < LARGEST) {
            Request<T, R> request = each.next();
            if (group.isEmpty() || together.test(first, request.wanted)) {
                request.state = State.TAKEN;
                group.add(request);
                each.remove();
            }
        }
        return group;
    }

    private void lead(List<Request<T, R>> group, Request<T, R> own) {
        List<R> results = List.of();
        try {
            results = work.apply(group.stream().map(request -> request.wanted).toList());
        } catch (RuntimeException e) {
            if (group.size() == 1 && group.get(0) == own) {
                throw e;
            }
        } finally {
            settle(group, results);
        }
    }

    private synchronized void settle(List<Request<T, R>> group, List<R> results) {
        turnsTaken--;
        boolean isDone = results.size() == group.size();
        for (int position = 0; position < group.size(); position++) {
            Request<T, R> request = group.get(position);
            request.state = isDone ? State.DONE : State.ALONE;
            request.result = isDone ? results.subList(position, position + 1) : List.of();
        }
        notifyAll();
    }
}
