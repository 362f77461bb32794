package io.goldsmith.connect.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A target that is the table which a jdbc connector's stream reads. The address is that of the connector; user and password are the writer's own.
 *
 * @param masters the attributes that the target masters: they are never written there
 * @param onConflict what happens to a row that changed there since the hub last saw it; default {@code task}
 * @param user the database user who may select and update the table
 * @param password the writer's password
 * @param deliveriesTable the table in the same database in which each delivery is noted with the row that it changed; empty: none, a
 *     repeat is recognised by the row's content alone
 * @param set columns that change with each write, by column: {@code now} for the time of the write, {@code next} for a version number that
 *     goes up by one, or the text that stands there
 * @param timeout how long to wait for a connection or a statement; default 30 s
 * @param create whether a golden record without a record there is created there; default: none is
 * @param onMerge what becomes of records there that are one customer; default: nothing
 * @param onDelete what becomes of a record there whose customer other systems deleted; default: nothing
 * @param retry how often a delivery is tried and how long to wait in between
 */
public record JdbcTargetSettings(
        String source,
        String mapping,
        List<String> attributes,
        List<String> masters,
        ConflictPolicy onConflict,
        Optional<String> user,
        Optional<String> password,
        Optional<String> deliveriesTable,
        Map<String, String> set,
        Duration timeout,
        CreateSettings create,
        MergeSettings onMerge,
        DeletionSettings onDelete,
        RetrySettings retry)
        implements TargetSettings {

    public JdbcTargetSettings {
        attributes = Given.list(attributes);
        masters = Given.list(masters);
        onConflict = Given.or(onConflict, ConflictPolicy.TASK);
        user = Given.orEmpty(user);
        password = Given.orEmpty(password);
        deliveriesTable = Given.orEmpty(deliveriesTable);
        set = Given.map(set);
        timeout = Given.or(timeout, Duration.ofSeconds(30));
        create = Given.or(create, CreateSettings.NEVER);
        onMerge = Given.or(onMerge, MergeSettings.NONE);
        onDelete = Given.or(onDelete, DeletionSettings.NONE);
        retry = Given.or(retry, RetrySettings.DEFAULT);
    }

    @Override
    public RetrySettings retryPolicy() {
        return retry;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "JdbcTargetSettings[source=" + source + ", mapping=" + mapping + ", attributes=" + attributes + "]";
    }
}
