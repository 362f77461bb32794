package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.publish.ChangeEvent;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** The change events: one for each version of a golden record. */
final class EventItems implements ItemTable {

    private static final int PAGE = 5_000;

    private static final String VERSIONS = "select golden_id, version from golden_record_version"
            + " where golden_id > ? and golden_id <= ? order by golden_id, version";

    private static final String NEXT = "select min(golden_id) from golden_record_version where golden_id > ?";

    private static final String EVENTS =
            "select id, golden_id, golden_version from change_event where id > ? order by id fetch first ? rows only";

    private static final String OF_GOLDEN = "select v.version, v.state, v.cause, v.recorded_at"
            + " from golden_record_version v where v.golden_id = ? and v.version = ?";

    private final Store store;

    EventItems(Store store) {
        this.store = store;
    }

    @Override
    public void expected(LongPredicate owners, Consumer<Item> consumer) {
        long from = next(0);
        while (from > 0) {
            long first = from;
            store.inTransaction(transaction -> {
                try (PreparedStatement query = transaction.connection().prepareStatement(VERSIONS)) {
                    query.setLong(1, first - 1);
                    query.setLong(2, first + PAGE);
                    query.setFetchSize(PAGE);
                    forEach(query, 1, owners, consumer);
                }
                return null;
            });
            from = next(first + PAGE);
        }
    }

    @Override
    public void expectedOf(Collection<Long> owners, Consumer<Item> consumer) {
        store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction.connection().prepareStatement(VERSIONS)) {
                for (Long owner : owners) {
                    query.setLong(1, owner - 1);
                    query.setLong(2, owner);
                    forEach(query, 1, any -> true, consumer);
                }
            }
            return null;
        });
    }

    private long next(long after) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction.connection().prepareStatement(NEXT)) {
                query.setLong(1, after);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    @Override
    public void stored(LongPredicate owners, Consumer<Item> consumer) {
        long last = -1;
        long reached = 0;
        while (reached > last) {
            last = reached;
            long after = last;
            reached = store.inTransaction(transaction -> {
                try (PreparedStatement query = transaction.connection().prepareStatement(EVENTS)) {
                    query.setLong(1, after);
                    query.setInt(2, PAGE);
                    return Math.max(after, forEach(query, 2, owners, consumer));
                }
            });
        }
    }

    /** Hands over (golden id, version) from a column on; answers the first column of the last row. */
    private static long forEach(PreparedStatement query, int column, LongPredicate owners, Consumer<Item> consumer)
            throws SQLException {
        long last = 0;
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                last = row.getLong(1);
                if (owners.test(row.getLong(column))) {
                    consumer.accept(new Item(row.getLong(column), row.getInt(column + 1), 0, ""));
                }
            }
        }
        return last;
    }

    @Override
    public void insert(Transaction transaction, Collection<Item> items) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(OF_GOLDEN);
                BulkWriter rows =
                        transaction.bulk("insert into change_event (id, golden_id, golden_version, kind, cause,"
                                + " occurred_at, change_id) values (?, ?, ?, ?, ?, ?, ?)")) {
            for (Item item : items) {
                query.setLong(1, item.owner());
                query.setInt(2, item.number());
                try (ResultSet row = query.executeQuery()) {
                    if (row.next()) {
                        long id = store.ids("event_id").next();
                        Instant at = row.getObject(4, OffsetDateTime.class).toInstant();
                        rows.row(
                                id,
                                item.owner(),
                                item.number(),
                                kind(item.number(), row.getString(2)).name(),
                                row.getString(3),
                                at,
                                id);
                    }
                }
            }
        }
    }

    private static ChangeEvent.Kind kind(int version, String state) {
        return switch (state) {
            case "MERGED" -> ChangeEvent.Kind.MERGED;
            case "ACTIVE" -> version == 1 ? ChangeEvent.Kind.CREATED : ChangeEvent.Kind.UPDATED;
            default -> ChangeEvent.Kind.RETIRED;
        };
    }

    /** There is no index by golden id: the events are looked through once for all items. */
    @Override
    public void delete(Transaction transaction, Collection<Item> items) throws SQLException {
        if (items.isEmpty()) {
            return;
        }
        Set<Item> wanted = new HashSet<>(items);
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(EVENTS)) {
            long last = -1;
            long reached = 0;
            while (reached > last) {
                last = reached;
                query.setLong(1, last);
                query.setInt(2, PAGE);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        reached = row.getLong(1);
                        if (wanted.contains(new Item(row.getLong(2), row.getInt(3), 0, ""))) {
                            ids.add(reached);
                        }
                    }
                }
            }
        }
        try (BulkWriter rows = transaction.bulk("delete from change_event where id = ?")) {
            for (Long id : ids) {
                rows.row(id);
            }
        }
    }
}
