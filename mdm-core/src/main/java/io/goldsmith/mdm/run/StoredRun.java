package io.goldsmith.mdm.run;

import io.goldsmith.mdm.store.Documents;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;

/** The row of a run. */
@Entity
@Table(name = "run")
public class StoredRun {

    @Id
    private long id;

    private String name;

    @Enumerated(EnumType.STRING)
    private RunState state;

    private Instant startedAt;
    private Instant endedAt;
    private String counts;
    private String message;

    /** For Hibernate. */
    protected StoredRun() {}

    StoredRun(long id, String name, Instant startedAt) {
        this.id = id;
        this.name = name;
        this.state = RunState.RUNNING;
        this.startedAt = startedAt;
        this.counts = "{}";
        this.message = "";
    }

    /** Whether it is running, or was held to be abandoned: its process lives if it says so, as another node that was opened on the database cannot know. */
    boolean mayGoOn() {
        return state == RunState.RUNNING || state == RunState.INTERRUPTED;
    }

    void count(Map<String, Long> more) {
        Map<String, Long> all = new TreeMap<>(counts());
        all.putAll(more);
        counts = Documents.write(all);
    }

    void end(RunState how, Instant when, String why) {
        state = how;
        endedAt = when;
        message = why;
    }

    private Map<String, Long> counts() {
        return Documents.read(counts, new TypeReference<TreeMap<String, Long>>() {});
    }

    Run run() {
        return new Run(id, name, state, startedAt, Optional.ofNullable(endedAt), Map.copyOf(counts()), message);
    }
}
