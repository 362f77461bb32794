package io.goldsmith.connect.capture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.replication.LogSequenceNumber;

/** A message of the output plugin {@code pgoutput}, in version 1 of its protocol: values are texts. */
sealed interface ReplicationMessage {

    /** A committed transaction begins. */
    record Begin(Instant committedAt) implements ReplicationMessage {}

    /**
     * It ends.
     *
     * @param end the position behind it
     */
    record Commit(LogSequenceNumber end) implements ReplicationMessage {}

    /**
     * What a table looks like, before its first change and whenever that is no longer so.
     *
     * @param id its object id
     */
    record Relation(long id, String schema, String name, List<Column> columns) implements ReplicationMessage {}

    /**
     * A column.
     *
     * @param isIdentity whether it is of the replica identity, which tells rows apart
     * @param type the object id of its type
     */
    record Column(String name, boolean isIdentity, long type) {}

    /** A new row. */
    record Insert(long table, Tuple row) implements ReplicationMessage {}

    /**
     * A changed row.
     *
     * @param old its replica identity before, if that changed, or the whole row before if the identity is the row
     */
    record Update(long table, Optional<Old> old, Tuple row) implements ReplicationMessage {}

    /** A row that is gone. */
    record Delete(long table, Old old) implements ReplicationMessage {}

    /**
     * A row as it was.
     *
     * @param isWhole whether all its columns are there; else those of the identity, and the others are null
     */
    record Old(boolean isWhole, Tuple row) {}

    /** Tables were emptied at one stroke. */
    record Truncate(List<Long> tables) implements ReplicationMessage {}

    /** Something that says nothing of a row. */
    record Other() implements ReplicationMessage {}

    /** What the server counts time from. */
    Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    /** Reads a message. */
    static ReplicationMessage read(ByteBuffer bytes) {
        char kind = (char) bytes.get();
        return switch (kind) {
            case 'B' -> {
                bytes.getLong();
                yield new Begin(EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS));
            }
            case 'C' -> {
                bytes.get();
                bytes.getLong();
                yield new Commit(LogSequenceNumber.valueOf(bytes.getLong()));
            }
            case 'R' -> relation(bytes);
            case 'I' -> {
                long table = objectId(bytes);
                bytes.get();
                yield new Insert(table, Tuple.read(bytes));
            }
            case 'U' -> update(bytes);
            case 'D' -> new Delete(objectId(bytes), old(bytes, (char) bytes.get()));
            case 'T' -> truncate(bytes);
            default -> new Other();
        };
    }

    private static Relation relation(ByteBuffer bytes) {
        long id = objectId(bytes);
        String schema = text(bytes);
        String name = text(bytes);
        bytes.get();
        int count = bytes.getShort();
        List<Column> columns = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            boolean isIdentity = (bytes.get() & 1) == 1;
            String column = text(bytes);
            long type = objectId(bytes);
            bytes.getInt();
            columns.add(new Column(column, isIdentity, type));
        }
        return new Relation(id, schema, name, List.copyOf(columns));
    }

    private static Update update(ByteBuffer bytes) {
        long table = objectId(bytes);
        char part = (char) bytes.get();
        Optional<Old> old = Optional.empty();
        if (part != 'N') {
            old = Optional.of(old(bytes, part));
            bytes.get();
        }
        return new Update(table, old, Tuple.read(bytes));
    }

    private static Old old(ByteBuffer bytes, char part) {
        return new Old(part == 'O', Tuple.read(bytes));
    }

    private static Truncate truncate(ByteBuffer bytes) {
        int count = bytes.getInt();
        bytes.get();
        List<Long> tables = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tables.add(objectId(bytes));
        }
        return new Truncate(List.copyOf(tables));
    }

    private static long objectId(ByteBuffer bytes) {
        return Integer.toUnsignedLong(bytes.getInt());
    }

    private static String text(ByteBuffer bytes) {
        int from = bytes.position();
        while (bytes.get() != 0) {
            // up to the zero at its end
        }
        int length = bytes.position() - 1 - from;
        return StandardCharsets.UTF_8.decode(bytes.slice(from, length)).toString();
    }
}
