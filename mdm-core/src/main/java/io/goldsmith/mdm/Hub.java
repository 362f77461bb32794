package io.goldsmith.mdm;

import io.goldsmith.mdm.golden.GoldenRecords;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.privacy.ProfileKeys;
import io.goldsmith.mdm.publish.Outbox;
import io.goldsmith.mdm.quality.Quarantine;
import io.goldsmith.mdm.resolution.Resolution;
import io.goldsmith.mdm.run.Runs;
import io.goldsmith.mdm.source.Intake;
import io.goldsmith.mdm.stewardship.Stewardship;
import io.goldsmith.mdm.store.Store;
import java.time.Clock;

/** An open hub: its database and the rooms that work on it. Thread-safe. */
public final class Hub implements AutoCloseable {

    /** Opens the hub's database, creating or migrating its tables. Runs that a killed process left running become INTERRUPTED. */
    public static Hub open(HubConfiguration configuration, Clock clock) {
        throw new UnsupportedOperationException();
    }

    public HubConfiguration configuration() {
        throw new UnsupportedOperationException();
    }

    public Clock clock() {
        throw new UnsupportedOperationException();
    }

    public Store store() {
        throw new UnsupportedOperationException();
    }

    public Intake intake() {
        throw new UnsupportedOperationException();
    }

    public Resolution resolution() {
        throw new UnsupportedOperationException();
    }

    public GoldenRecords goldenRecords() {
        throw new UnsupportedOperationException();
    }

    public Stewardship stewardship() {
        throw new UnsupportedOperationException();
    }

    public Outbox outbox() {
        throw new UnsupportedOperationException();
    }

    public Quarantine quarantine() {
        throw new UnsupportedOperationException();
    }

    public Runs runs() {
        throw new UnsupportedOperationException();
    }

    public ProfileKeys profileKeys() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
