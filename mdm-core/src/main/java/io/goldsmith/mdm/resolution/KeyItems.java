package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.block.BlockingKey;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** The blocking keys, as the rules give them of the resolved records. Of records that wait they cannot be told. */
final class KeyItems implements ItemTable {

    private static final int PAGE = 5_000;

    /** With the state of each record: joined, since it may change while the table is read. */
    private static final Reading WITH_STATE = new Reading(
            "select k.key_hash, k.record_id, r.state from blocking_key k"
                    + " left join source_record r on r.id = k.record_id where k.rule_number = ? and k.key_hash > ?"
                    + " order by k.rule_number, k.key_hash, k.record_id fetch first ? rows only",
            "select k.key_hash, k.record_id, r.state from blocking_key k"
                    + " left join source_record r on r.id = k.record_id where k.rule_number = ? and k.key_hash = ?"
                    + " and k.record_id > ? order by k.rule_number, k.key_hash, k.record_id fetch first ? rows only");

    /** Without: keys are in no order of their records, so that a join reads another page of the records for each. */
    private static final Reading BARE = new Reading(
            "select key_hash, record_id, '' from blocking_key where rule_number = ? and key_hash > ?"
                    + " order by rule_number, key_hash, record_id fetch first ? rows only",
            "select key_hash, record_id, '' from blocking_key where rule_number = ? and key_hash = ?"
                    + " and record_id > ? order by rule_number, key_hash, record_id fetch first ? rows only");

    /**
     * How the table is read.
     *
     * @param blocks what follows a key
     * @param rest the rest of a block at which a page ended
     */
    private record Reading(String blocks, String rest) {}

    private final Store store;
    private final ResolutionRules rules;

    KeyItems(Store store, ResolutionRules rules) {
        this.store = store;
        this.rules = rules;
    }

    /** Where a page ended. */
    private record Place(long key, long recordId, int rows) {}

    @Override
    public void expected(LongPredicate owners, Consumer<Item> consumer) {
        long last = 0;
        List<CheckedRecord> page;
        do {
            long after = last;
            page = store.inTransaction(transaction -> CheckedRecord.page(transaction, after, PAGE));
            for (CheckedRecord record : page) {
                if (owners.test(record.recordId())) {
                    keysOf(record, consumer);
                }
            }
            last = page.isEmpty() ? last : page.get(page.size() - 1).recordId();
        } while (!page.isEmpty());
    }

    @Override
    public void expectedOf(Collection<Long> owners, Consumer<Item> consumer) {
        store.inTransaction(transaction -> {
            for (Long owner : owners) {
                for (CheckedRecord record : CheckedRecord.page(transaction, owner - 1, 1)) {
                    if (record.recordId() == owner) {
                        keysOf(record, consumer);
                    }
                }
            }
            return null;
        });
    }

    private void keysOf(CheckedRecord record, Consumer<Item> consumer) {
        record.standardised(rules).ifPresent(standardised -> of(standardised, consumer));
    }

    /** Hands over the keys of one record. */
    static void of(StandardisedRecord record, Consumer<Item> consumer) {
        for (BlockingKey key : record.keys()) {
            consumer.accept(new Item(record.row().recordId(), key.rule(), key.value(), ""));
        }
    }

    @Override
    public void stored(LongPredicate owners, Consumer<Item> consumer) {
        read(WITH_STATE, owners, consumer);
    }

    /** What the table holds of all but some records; the quicker way of reading it as a whole. */
    void storedBut(LongSet waiting, Consumer<Item> consumer) {
        read(BARE, owner -> !waiting.contains(owner), consumer);
    }

    private void read(Reading reading, LongPredicate owners, Consumer<Item> consumer) {
        OptionalInt rule = nextRule(-1);
        while (rule.isPresent()) {
            int number = rule.getAsInt();
            Place place = new Place(Long.MIN_VALUE, 0, PAGE);
            // The smallest key of all is not greater than itself.
            rest(reading, number, place, owners, consumer);
            while (place.rows == PAGE) {
                place = page(reading.blocks, false, number, place, owners, consumer);
                if (place.rows == PAGE) {
                    rest(reading, number, place, owners, consumer);
                }
            }
            rule = nextRule(number);
        }
    }

    private void rest(Reading reading, int rule, Place from, LongPredicate owners, Consumer<Item> consumer) {
        Place place = from;
        do {
            place = page(reading.rest, true, rule, place, owners, consumer);
        } while (place.rows == PAGE);
    }

    private Place page(
            String sql, boolean isRest, int rule, Place after, LongPredicate owners, Consumer<Item> consumer) {
        return store.inTransaction(transaction -> {
            Place last = new Place(after.key, after.recordId, 0);
            try (PreparedStatement query = transaction.connection().prepareStatement(sql)) {
                query.setInt(1, rule);
                query.setLong(2, after.key);
                if (isRest) {
                    query.setLong(3, after.recordId);
                }
                query.setInt(isRest ? 4 : 3, PAGE);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        last = new Place(row.getLong(1), row.getLong(2), last.rows + 1);
                        if (owners.test(last.recordId) && !"PENDING".equals(row.getString(3))) {
                            consumer.accept(new Item(last.recordId, rule, last.key, ""));
                        }
                    }
                }
            }
            return last;
        });
    }

    private OptionalInt nextRule(int after) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select min(rule_number) from blocking_key where rule_number > ?")) {
                query.setInt(1, after);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    int rule = row.getInt(1);
                    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(rule);
                }
            }
        });
    }

    @Override
    public void insert(Transaction transaction, Collection<Item> items) throws SQLException {
        write(
                transaction,
                "merge into blocking_key k using (select cast(? as int) as rule, cast(? as bigint) as hash,"
                        + " cast(? as bigint) as record) i on (k.rule_number = i.rule and k.key_hash = i.hash"
                        + " and k.record_id = i.record) when not matched then"
                        + " insert (rule_number, key_hash, record_id) values (i.rule, i.hash, i.record)",
                items);
    }

    @Override
    public void delete(Transaction transaction, Collection<Item> items) throws SQLException {
        write(transaction, "delete from blocking_key where rule_number = ? and key_hash = ? and record_id = ?", items);
    }

    private static void write(Transaction transaction, String sql, Collection<Item> items) throws SQLException {
        try (BulkWriter rows = transaction.bulk(sql)) {
            for (Item item : items) {
                rows.row(item.number(), item.value(), item.owner());
            }
        }
    }
}
