package io.goldsmith.connect.message;

import io.goldsmith.connect.spi.Sample;
import io.goldsmith.connect.spi.SampledColumn;
import io.goldsmith.connect.spi.SampledRow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Shows messages as a sample of their stream. */
public final class MessageSample {

    private static final String KEY = "@key";

    /** Where a message stood says nothing of what it is about. */
    private static final Set<String> PLACES =
            Set.of("@topic", "@partition", "@offset", "@destination", "@id", "@endpoint");

    private MessageSample() {}

    /**
     * A sample; a message without content has nothing to show and is told as such.
     *
     * @param place where they were read, for a person
     */
    public static Sample of(String place, List<Message> messages) {
        Set<String> columns = new LinkedHashSet<>();
        List<SampledRow> rows = messages.stream()
                .map(message -> {
                    if (message instanceof Message.Content content) {
                        content.row().columnNames().stream()
                                .filter(column -> !PLACES.contains(column))
                                .forEach(columns::add);
                    }
                    return row(message);
                })
                .toList();
        return new Sample(
                place,
                columns.stream()
                        .map(column -> column.equals(KEY)
                                ? new SampledColumn(column, SampledColumn.Kind.TEXT, true)
                                : SampledColumn.named(column))
                        .toList(),
                rows);
    }

    private static SampledRow row(Message message) {
        if (message instanceof Message.Content content) {
            return new SampledRow.Readable(content.row());
        }
        if (message instanceof Message.Deletion deletion) {
            return new SampledRow.Unreadable(
                    deletion.marks().origin(),
                    "a message without content: it deletes the record of its key",
                    deletion.marks().payload());
        }
        Message.Broken broken = (Message.Broken) message;
        return new SampledRow.Unreadable(broken.origin(), broken.reason(), broken.payload());
    }
}
