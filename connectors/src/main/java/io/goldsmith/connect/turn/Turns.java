package io.goldsmith.connect.turn;

import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.StoreException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The turns of this node. While its work is under way they are renewed by a thread of their own; closed, they are free for others. Thread-safe. */
public final class Turns implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private static final long RENEW_SECONDS = Turn.HELD.toSeconds() / 4;

    private final Store store;
    private final boolean isShared;
    private final Node node = Node.here();
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "turns");
        thread.setDaemon(true);
        return thread;
    });

    /** @param isShared whether other processes can have the database open: if not, whoever had a turn before is dead */
    public Turns(Store store, boolean isShared) {
        this.store = store;
        this.isShared = isShared;
        keeper.scheduleWithFixedDelay(this::keep, RENEW_SECONDS, RENEW_SECONDS, TimeUnit.SECONDS);
    }

    /** The turn to do something. */
    public Turn of(String name) {
        return turns.computeIfAbsent(name, this::added);
    }

    private Turn added(String name) {
        Turn turn;
        try {
            turn = new Turn(store, name, node);
        } catch (StoreException two) {
            if (!two.isDuplicateKey()) {
                throw two;
            }
            // Another node has added it at the same time.
            turn = new Turn(store, name, node);
        }
        if (!isShared) {
            turn.free();
        }
        return turn;
    }

    private void keep() {
        for (Turn turn : turns.values()) {
            try {
                turn.keep();
            } catch (RuntimeException later) {
                LOG.warn(
                        "a turn could not be renewed ({}); it is tried again",
                        later.getClass().getSimpleName());
            }
        }
    }

    @Override
    public void close() {
        keeper.shutdownNow();
        turns.values().forEach(Turn::release);
    }
}
