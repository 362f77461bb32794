package io.goldsmith.connect.settings;

import java.nio.file.Path;
import java.util.List;

/**
 * A target that takes updates as delimited files, and answers each file {@code X.csv} with an acknowledgement file {@code X.ack.csv}. Encoding and
 * separator are those of the connector that reads the system.
 *
 * @param masters the attributes that the target masters: they are never written there
 * @param onConflict only {@code overwrite}, the default: nobody can look into such a system before writing
 * @param folder the folder where updates are dropped, relative to the hub's
 * @param acknowledgements the folder of the acknowledgement files
 * @param prefix how the names of update files begin; default {@code maj-}
 * @param messageColumn the column with the message number, in both files; default {@code NO_MESSAGE}
 * @param statusColumn the acknowledgement's column with the outcome; default {@code STATUT}
 * @param reasonColumn the acknowledgement's column with the reason of a refusal; default {@code MOTIF}
 * @param accepted the outcome that means accepted; default {@code OK}
 * @param create whether a golden record without a record there is created there; default: none is
 * @param onMerge what becomes of records there that are one customer; default: nothing
 * @param onDelete what becomes of a record there whose customer other systems deleted; default: nothing
 * @param retry how often and how long to wait for an acknowledgement
 */
public record FileTargetSettings(
        String source,
        String mapping,
        List<String> attributes,
        List<String> masters,
        ConflictPolicy onConflict,
        Path folder,
        Path acknowledgements,
        String prefix,
        String messageColumn,
        String statusColumn,
        String reasonColumn,
        String accepted,
        CreateSettings create,
        MergeSettings onMerge,
        DeletionSettings onDelete,
        RetrySettings retry)
        implements TargetSettings {

    public FileTargetSettings {
        attributes = Given.list(attributes);
        masters = Given.list(masters);
        onConflict = Given.or(onConflict, ConflictPolicy.OVERWRITE);
        prefix = Given.or(prefix, "maj-");
        messageColumn = Given.or(messageColumn, "NO_MESSAGE");
        statusColumn = Given.or(statusColumn, "STATUT");
        reasonColumn = Given.or(reasonColumn, "MOTIF");
        accepted = Given.or(accepted, "OK");
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
