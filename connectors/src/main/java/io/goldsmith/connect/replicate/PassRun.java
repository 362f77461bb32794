package io.goldsmith.connect.replicate;

import io.goldsmith.mdm.Hub;
import java.util.Map;
import java.util.Optional;

/** The run under which a pass lands what it did in a target; begun with the first, none if there is none. */
final class PassRun {

    private final Hub hub;
    private final String name;
    private final String count;
    private String inPart = "";
    private Optional<Long> run = Optional.empty();
    private long done;

    /** @param count what the run counts */
    PassRun(Hub hub, String name, String count) {
        this.hub = hub;
        this.name = name;
        this.count = count;
    }

    /** The run's id. Outside of any transaction, which may be undone. */
    long id() {
        run = run.or(() -> Optional.of(hub.runs().start(name + inPart).id()));
        return run.get();
    }

    /** One more was done. */
    void count() {
        done++;
    }

    /** Whoever wrote the target before and left a run behind is dead. */
    void takeOver() {
        hub.runs().interruptAbandoned(name);
    }

    /** The same for one of the parts into which golden ids are divided. */
    void takeOver(int part) {
        hub.runs().interruptAbandoned(name + named(part));
    }

    /** From now on it is the run of a part that no other node has. */
    void of(int part) {
        inPart = named(part);
    }

    private static String named(int part) {
        return " (" + part + ")";
    }

    /** Ends the run, if it was begun. */
    void end() {
        run.ifPresent(id -> hub.runs().done(id, Map.of(count, done)));
        run = Optional.empty();
        done = 0;
    }
}
