package io.goldsmith.connect.capture;

import io.goldsmith.connect.message.Message;
import io.goldsmith.connect.spi.ExtractionRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The changes that are landed together. Of several of one record in one transaction the last alone is kept: the others were never seen by anybody, and all have one
 * time.
 */
final class ChangeBatch {

    /** How much text is landed together, in characters, unless one row has more. */
    private static final long LARGEST = 16L << 20;

    private final List<Message> committed = new ArrayList<>();
    private final Map<Object, Message> open = new LinkedHashMap<>();
    private long size;

    /** @param record whom the change is of; empty: it stands for itself */
    void add(Message message, Optional<String> record) {
        Object id = record.isPresent() ? List.of(message.stream(), record.get()) : new Object();
        open.remove(id);
        open.put(id, message);
        size += size(message);
    }

    private static long size(Message message) {
        if (message instanceof Message.Content content && content.row() instanceof ChangeRow row) {
            return row.cells().values().stream()
                    .mapToLong(cell -> cell.text().length())
                    .sum();
        }
        return 1;
    }

    /** A transaction ends. */
    void commit() {
        committed.addAll(open.values());
        open.clear();
    }

    boolean isEmpty() {
        return committed.isEmpty() && open.isEmpty();
    }

    boolean isFull() {
        return committed.size() + open.size() >= ExtractionRun.BATCH || size >= LARGEST;
    }

    /** What is in it, in the order of the server; it is used up. */
    List<Message> messages() {
        commit();
        return List.copyOf(committed);
    }
}
