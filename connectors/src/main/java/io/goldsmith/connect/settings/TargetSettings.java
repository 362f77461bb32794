package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How one target system is brought to the golden state: what every kind of target has. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FileTargetSettings.class, name = "file"),
    @JsonSubTypes.Type(value = HttpTargetSettings.class, name = "http"),
    @JsonSubTypes.Type(value = JdbcTargetSettings.class, name = "jdbc")
})
public sealed interface TargetSettings permits FileTargetSettings, HttpTargetSettings, JdbcTargetSettings {

    /** The source system whose records are written. */
    String source();

    /** The connector that reads the same system, and the stream whose mapping is used backwards: {@code connector/stream}. */
    String mapping();

    /** The attributes that the target gets. */
    List<String> attributes();

    /** The attributes that the target masters: they are never written there. */
    List<String> masters();

    /** The attributes that are written: those that the target gets but for those that it masters. */
    default List<String> written() {
        return attributes().stream()
                .filter(attribute -> !masters().contains(attribute))
                .toList();
    }

    /** What happens to a record that changed there since the hub last saw it. */
    ConflictPolicy onConflict();

    /** Whether a golden record without a record there is created there. */
    CreateSettings create();

    /** What becomes of records there that turn out to be one customer. */
    MergeSettings onMerge();

    /** What becomes of a record there whose customer other systems have deleted. */
    DeletionSettings onDelete();

    /** The columns or JSON pointers that tell what a record is to its customer: those of {@link #onMerge} and {@link #onDelete}. */
    default Set<String> marks() {
        Set<String> marks = new LinkedHashSet<>(onMerge().set().keySet());
        onMerge().survivor().ifPresent(marks::add);
        marks.addAll(onDelete().set().keySet());
        return marks;
    }

    /** How often a delivery is tried before it waits as a dead letter. */
    RetrySettings retryPolicy();
}
