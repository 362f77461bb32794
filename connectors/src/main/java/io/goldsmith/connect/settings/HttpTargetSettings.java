package io.goldsmith.connect.settings;

import java.util.List;

/**
 * A target that takes a record as {@code PUT resource/key}, guarded by {@code If-Match}. Address, token and timeout are those of the connector that
 * reads the system.
 *
 * @param masters the attributes that the target masters: they are never written there
 * @param onConflict what happens to a record that changed there since the hub last saw it; default {@code task}
 * @param parallel how many records are on their way at a time, 1 to 32; default 4
 * @param create whether a golden record without a record there is created there; default: none is
 * @param onMerge what becomes of records there that are one customer; default: nothing
 * @param onDelete what becomes of a record there whose customer other systems deleted; default: nothing
 * @param retry how often a delivery is tried and how long to wait in between
 */
public record HttpTargetSettings(
        String source,
        String mapping,
        List<String> attributes,
        List<String> masters,
        ConflictPolicy onConflict,
        Integer parallel,
        CreateSettings create,
        MergeSettings onMerge,
        DeletionSettings onDelete,
        RetrySettings retry)
        implements TargetSettings {

    public HttpTargetSettings {
        attributes = Given.list(attributes);
        masters = Given.list(masters);
        onConflict = Given.or(onConflict, ConflictPolicy.TASK);
        parallel = Given.or(parallel, 4);
        create = Given.or(create, CreateSettings.NEVER);
        onMerge = Given.or(onMerge, MergeSettings.NONE);
        onDelete = Given.or(onDelete, DeletionSettings.NONE);
        retry = Given.or(retry, RetrySettings.DEFAULT);
    }

    @Override
    public RetrySettings retryPolicy() {
        return retry;
    }
}
