package io.goldsmith.connect.replicate;

import java.sql.Connection;
import org.h2.api.Trigger;

/** Counts the updates of a row in its last column, as H2 wants a trigger written. */
public final class CountedWrites implements Trigger {

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) {
        int last = after.length - 1;
        after[last] = (Integer) before[last] + 1;
    }
}
