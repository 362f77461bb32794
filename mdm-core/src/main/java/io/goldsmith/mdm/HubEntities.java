package io.goldsmith.mdm;

import io.goldsmith.mdm.publish.StoredCursor;
import io.goldsmith.mdm.quality.StoredEntry;
import io.goldsmith.mdm.run.StoredRun;
import io.goldsmith.mdm.stewardship.StoredDecision;
import io.goldsmith.mdm.stewardship.StoredTask;
import java.util.List;

/** The Hibernate entities of every room: the rows that are read and changed one by one. */
final class HubEntities {

    static final List<Class<?>> ALL =
            List.of(StoredRun.class, StoredEntry.class, StoredCursor.class, StoredTask.class, StoredDecision.class);

    private HubEntities() {}
}
