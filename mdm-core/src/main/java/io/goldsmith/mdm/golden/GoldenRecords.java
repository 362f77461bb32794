package io.goldsmith.mdm.golden;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Reads golden records, of now and of any instant before. Thread-safe.
 *
 * <p>An id that was merged redirects for ever, through as many merges as there were. Where an id that others redirect to splits later,
 * they lead to the one that kept the id.
 */
public final class GoldenRecords {

    private static final int MAX_PAGE = 200;
    private static final int STREAM_PAGE = 1_000;

    private final Store store;

    public GoldenRecords(Store store) {
        this.store = store;
    }

    /** The golden record of an id, following redirects of merged ids; empty if there is none or it is retired. */
    public Optional<GoldenRecord> find(GoldenId id) {
        return store.inTransaction(transaction -> {
            OptionalLong active = Redirects.active(transaction, id.value());
            if (active.isEmpty()) {
                return Optional.empty();
            }
            try (PreparedStatement query =
                    transaction.connection().prepareStatement(GoldenRecordRows.NEWEST + "where g.id = ?")) {
                query.setLong(1, active.getAsLong());
                return GoldenRecordRows.readAll(query).stream().findFirst();
            }
        });
    }

    /**
     * The golden records of ids, by the id that was asked for, following redirects of merged ids; ids without one are left out.
     *
     * @param ids at most 10,000
     */
    public Map<GoldenId, GoldenRecord> find(Collection<GoldenId> ids) {
        return store.inTransaction(transaction -> {
            Map<GoldenId, Long> active = Redirects.active(transaction, ids);
            Map<Long, GoldenRecord> byId = newest(transaction, active.values());
            Map<GoldenId, GoldenRecord> found = new HashMap<>();
            active.forEach(
                    (asked, id) -> Optional.ofNullable(byId.get(id)).ifPresent(golden -> found.put(asked, golden)));
            return found;
        });
    }

    private static Map<Long, GoldenRecord> newest(Transaction transaction, Collection<Long> ids) throws SQLException {
        Map<Long, GoldenRecord> byId = new HashMap<>();
        try (PreparedStatement query =
                transaction.connection().prepareStatement(GoldenRecordRows.NEWEST + "where g.id = any(?)")) {
            query.setArray(1, transaction.numbers(new HashSet<>(ids)));
            GoldenRecordRows.readAll(query)
                    .forEach(golden -> byId.put(golden.id().value(), golden));
        }
        return byId;
    }

    /** One version of a golden record; that of a merged or retired one has no values. */
    public Optional<GoldenRecord> version(GoldenId id, int version) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement(GoldenRecordRows.COLUMNS
                            + " from golden_record_version v where v.golden_id = ? and v.version = ?")) {
                query.setLong(1, id.value());
                query.setInt(2, version);
                return GoldenRecordRows.readAll(query).stream().findFirst();
            }
        });
    }

    /** The same with when it was recorded, what the golden record was then, and under which rules. */
    public Optional<GoldenVersion> recorded(GoldenId id, int version) {
        return store.inTransaction(transaction -> GoldenVersionRows.find(transaction, id.value(), version));
    }

    /**
     * What an id stood for at an instant: its values, where they came from, what lost, its source records, the rules then in force,
     * and who had decided. An id that was merged later is itself as of a time before the merge, and redirects as of a time after it.
     * What was erased answers so for every instant.
     *
     * @param instant by the hub's clock; what was recorded at the very instant counts
     */
    public AsOf asOf(GoldenId id, Instant instant) {
        return store.inTransaction(
                transaction -> AsOfReading.read(transaction, id, instant.truncatedTo(ChronoUnit.MICROS)));
    }

    /**
     * A page of the story of one customer, in the order of time.
     *
     * @param id the golden record; the story of a merged id ends with its merge and names the survivor, whose story goes on
     * @param from where the page starts: {@link StoryPosition#BEGINNING}, or where the page before ended
     * @param limit at most this many entries, 1 to 1,000
     */
    public CustomerStory story(GoldenId id, StoryPosition from, int limit) {
        if (limit < 1 || limit > CustomerStory.LARGEST_PAGE) {
            throw new IllegalArgumentException("A page of a story has 1 to " + CustomerStory.LARGEST_PAGE
                    + " entries, but " + limit + " were asked for");
        }
        return store.inTransaction(transaction -> StoryReading.read(transaction, id, from, limit));
    }

    /** Every version of a golden record, newest first, at most 1,000. */
    public List<GoldenRecord> history(GoldenId id) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement(GoldenRecordRows.COLUMNS + " from golden_record_version v where v.golden_id = ?"
                            + " order by v.version desc fetch first 1000 rows only")) {
                query.setLong(1, id.value());
                return GoldenRecordRows.readAll(query);
            }
        });
    }

    /** The golden record to which a source record belongs. */
    public Optional<GoldenId> goldenOf(RecordId record) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select x.golden_id from source_record r join cross_reference x"
                            + " on x.record_id = r.id where r.source_system = ? and r.source_key = ?")) {
                query.setString(1, record.source());
                query.setString(2, record.key());
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(new GoldenId(row.getLong(1))) : Optional.empty();
                }
            }
        });
    }

    /**
     * The golden records to which source records of one system belong, by source key; keys without one are left out.
     *
     * @param keys at most 10,000
     */
    public Map<String, GoldenRecord> goldenOf(String sourceSystem, Collection<String> keys) {
        return store.inTransaction(transaction -> {
            Map<String, Long> ids = new HashMap<>();
            // A join with the array for H2's sake: see SourceRecords.
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select r.source_key, x.golden_id from unnest(?) as k(source_key)"
                            + " join source_record r on r.source_system = ? and r.source_key = k.source_key"
                            + " join cross_reference x on x.record_id = r.id")) {
                query.setArray(1, transaction.texts(keys));
                query.setString(2, sourceSystem);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        ids.put(row.getString(1), row.getLong(2));
                    }
                }
            }
            Map<Long, GoldenRecord> byId = newest(transaction, ids.values());
            Map<String, GoldenRecord> found = new HashMap<>();
            ids.forEach((key, id) -> Optional.ofNullable(byId.get(id)).ifPresent(golden -> found.put(key, golden)));
            return found;
        });
    }

    /** The source records of a golden record, sorted by id; follows redirects. */
    public List<Member> members(GoldenId id) {
        return store.inTransaction(transaction -> {
            OptionalLong active = Redirects.active(transaction, id.value());
            return active.isEmpty() ? List.of() : MemberReading.of(transaction, active.getAsLong());
        });
    }

    /**
     * The source records of active golden records, each sorted by id; golden records without any are left out.
     *
     * @param ids of golden records as {@link #find} answers them: redirects are not followed; at most 10,000
     */
    public Map<GoldenId, List<Member>> members(Collection<GoldenId> ids) {
        return store.inTransaction(transaction -> MemberReading.of(
                transaction, ids.stream().map(GoldenId::value).distinct().toList()));
    }

    /**
     * The source records that their systems have deleted, and that belonged last to a golden record, or to one that was merged into it; sorted. Those of erased
     * customers are not known any more. Follows redirects.
     */
    public List<RecordId> departed(GoldenId id) {
        return store.inTransaction(transaction -> {
            OptionalLong active = Redirects.active(transaction, id.value());
            return active.isEmpty() ? List.of() : DepartedReading.of(transaction, active.getAsLong());
        });
    }

    /**
     * Finds golden records by the words of a query: names, e-mail, phone, identifier, source key or golden id; the last word may be
     * a beginning. In the order of their ids.
     *
     * @param page from 0
     * @param size at most 200
     */
    public SearchResult search(String query, int page, int size) {
        if (page < 0 || size < 1 || size > MAX_PAGE) {
            throw new IllegalArgumentException("A page is numbered from 0 and has 1 to " + MAX_PAGE
                    + " golden records, but page " + page + " of " + size + " was asked for");
        }
        SearchQuery terms = SearchQuery.of(query);
        return store.inTransaction(transaction -> GoldenSearch.run(transaction, terms, page, size));
    }

    /** How many golden records are active. */
    public long count() {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                            .connection()
                            .prepareStatement("select count(*) from golden_record where state = 'ACTIVE'");
                    ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** Hands every active golden record to the consumer, streamed, in the order of their ids; outside any transaction of its own. */
    public void forEach(Consumer<GoldenRecord> consumer) {
        List<GoldenRecord> page = page(0);
        while (!page.isEmpty()) {
            page.forEach(consumer);
            page = page(page.get(page.size() - 1).id().value());
        }
    }

    private List<GoldenRecord> page(long after) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement(GoldenRecordRows.NEWEST + "where g.state = 'ACTIVE' and g.id > ?"
                            + " order by g.state, g.id fetch first ? rows only")) {
                query.setLong(1, after);
                query.setInt(2, STREAM_PAGE);
                return GoldenRecordRows.readAll(query);
            }
        });
    }

    /** What the golden record's customer bought: from the orders of all its source records; follows redirects. */
    public Optional<OrderHistory> orders(GoldenId id) {
        return store.inTransaction(transaction -> {
            OptionalLong active = Redirects.active(transaction, id.value());
            return active.isEmpty() ? Optional.empty() : OrderReading.of(transaction, active.getAsLong());
        });
    }

    /** Hands the order history of every active golden record that has orders to the consumer, in the order of their ids. */
    public void forEachOrderHistory(Consumer<OrderHistory> consumer) {
        long last = store.inTransaction(OrderReading::lastGoldenId);
        for (long after = 0; after < last; after += STREAM_PAGE) {
            long from = after;
            store.inTransaction(transaction -> OrderReading.page(transaction, from, from + STREAM_PAGE))
                    .forEach(consumer);
        }
    }

    /**
     * A page of the relations of a golden record's source records to other golden records, in both directions, those that start at it
     * first; follows redirects. One whose other end has not landed, was deleted, or is in the same golden record is not shown; it is
     * again once that changes. Those that do not hold any more are among them.
     *
     * @param page from 0
     * @param size at most 200
     */
    public List<RelatedGoldenRecord> relations(GoldenId id, int page, int size) {
        if (page < 0 || size < 1 || size > MAX_PAGE) {
            throw new IllegalArgumentException("A page is numbered from 0 and has 1 to " + MAX_PAGE
                    + " relations, but page " + page + " of " + size + " was asked for");
        }
        return store.inTransaction(transaction -> {
            OptionalLong active = Redirects.active(transaction, id.value());
            return active.isEmpty()
                    ? List.of()
                    : RelationReading.page(transaction, active.getAsLong(), (long) page * size, size);
        });
    }
}
