package io.goldsmith.samples.campaign;

import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.publish.ChangeEvent;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A consumer of change events beside the work: it notes what it takes, then moves its cursor, so that a kill makes it take some twice. */
final class EventTaking implements AutoCloseable {

    private static final String CONSUMER = "campaign";
    private static final int PAGE = 200;
    private static final long PAUSE_MILLIS = 50;
    private static final int PATIENCE_SECONDS = 60;

    private final Hub hub;
    private final CrashFiles files;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    private EventTaking(Hub hub, CrashFiles files) {
        this.hub = hub;
        this.files = files;
    }

    static EventTaking start(Hub hub, CrashFiles files) {
        EventTaking taking = new EventTaking(hub, files);
        taking.thread.scheduleWithFixedDelay(taking::take, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return taking;
    }

    private void take() {
        hub.outbox().relay();
        List<ChangeEvent> events = hub.outbox().after(hub.outbox().cursor(CONSUMER), PAGE);
        while (!events.isEmpty()) {
            files.taken(events.stream().map(EventTaking::text).toList());
            hub.outbox().advance(CONSUMER, events.get(events.size() - 1).position());
            events = hub.outbox().after(hub.outbox().cursor(CONSUMER), PAGE);
        }
    }

    static String text(ChangeEvent event) {
        return event.position() + " " + event.goldenId() + " " + event.version() + " " + event.kind();
    }

    /** Takes events until there are none without a position: a killed relay keeps its lease for some seconds. */
    void takeTheRest() throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (HubTables.count(hub, "change_event where position is null") > 0 && System.nanoTime() < end) {
            take();
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        take();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
