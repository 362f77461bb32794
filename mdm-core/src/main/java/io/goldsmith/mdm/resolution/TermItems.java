package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.golden.MemberList;
import io.goldsmith.mdm.golden.SearchTerms;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import io.goldsmith.mdm.store.UnreadableDocumentException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** The search terms, as the stored values of active golden records give them. */
final class TermItems implements ItemTable {

    private static final int PAGE = 5_000;
    private static final int GOLDEN_RECORDS = 1_000;

    // Terms are compared by the database alone, in its own order: with "after" nothing is skipped whatever that order
    // is.
    private static final String TERMS =
            "select term, golden_id from search_term where term > ? order by term, golden_id fetch first ? rows only";

    /** The rest of the golden records with a term at which a page ended. */
    private static final String REST = "select term, golden_id from search_term where term = ? and golden_id > ?"
            + " order by term, golden_id fetch first ? rows only";

    private final Store store;
    private final List<AttributeDefinition> definitions;

    TermItems(Store store, List<AttributeDefinition> definitions) {
        this.store = store;
        this.definitions = definitions;
    }

    /** Where a page ended. */
    private record Place(String term, long goldenId, int rows) {}

    @Override
    public void expected(LongPredicate owners, Consumer<Item> consumer) {
        long last = 0;
        List<CheckedGolden> page;
        do {
            long after = last;
            page = store.inTransaction(transaction -> CheckedGolden.page(transaction, after, GOLDEN_RECORDS));
            for (CheckedGolden golden : page) {
                if (owners.test(golden.id())) {
                    termsOf(golden, consumer);
                }
            }
            last = page.isEmpty() ? last : page.get(page.size() - 1).id();
        } while (!page.isEmpty());
    }

    @Override
    public void expectedOf(Collection<Long> owners, Consumer<Item> consumer) {
        store.inTransaction(transaction -> {
            for (Long owner : owners) {
                for (CheckedGolden golden : CheckedGolden.page(transaction, owner - 1, 1)) {
                    if (golden.id() == owner) {
                        termsOf(golden, consumer);
                    }
                }
            }
            return null;
        });
    }

    private void termsOf(CheckedGolden golden, Consumer<Item> consumer) {
        for (String term : termsOf(golden)) {
            consumer.accept(new Item(golden.id(), 0, 0, term));
        }
    }

    /** The terms of one golden record; none if its values cannot be read, which is found where they are compared. */
    Set<String> termsOf(CheckedGolden golden) {
        if (!golden.isActive() || golden.newest().isEmpty()) {
            return Set.of();
        }
        CheckedGolden.Newest newest = golden.newest().get();
        try {
            Set<String> terms = new HashSet<>(SearchTerms.of(
                    definitions, Documents.values(newest.attributes()), MemberList.read(newest.members())));
            if (!terms.isEmpty()) {
                terms.add(new GoldenId(golden.id()).toString());
            }
            return terms;
        } catch (UnreadableDocumentException e) {
            return Set.of();
        }
    }

    @Override
    public void stored(LongPredicate owners, Consumer<Item> consumer) {
        Place place = new Place("", 0, PAGE);
        while (place.rows == PAGE) {
            place = page(TERMS, place, owners, consumer);
            Place rest = place;
            while (rest.rows == PAGE) {
                rest = page(REST, rest, owners, consumer);
            }
        }
    }

    private Place page(String sql, Place after, LongPredicate owners, Consumer<Item> consumer) {
        return store.inTransaction(transaction -> {
            Place last = new Place(after.term, after.goldenId, 0);
            try (PreparedStatement query = transaction.connection().prepareStatement(sql)) {
                query.setString(1, after.term);
                if (sql.equals(REST)) {
                    query.setLong(2, after.goldenId);
                    query.setInt(3, PAGE);
                } else {
                    query.setInt(2, PAGE);
                }
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        last = new Place(row.getString(1), row.getLong(2), last.rows + 1);
                        if (owners.test(last.goldenId)) {
                            consumer.accept(new Item(last.goldenId, 0, 0, last.term));
                        }
                    }
                }
            }
            return last;
        });
    }

    @Override
    public void insert(Transaction transaction, Collection<Item> items) throws SQLException {
        write(
                transaction,
                "merge into search_term t using (select cast(? as varchar(64)) as word, cast(? as bigint) as golden) i"
                        + " on (t.term = i.word and t.golden_id = i.golden)"
                        + " when not matched then insert (term, golden_id) values (i.word, i.golden)",
                items);
    }

    @Override
    public void delete(Transaction transaction, Collection<Item> items) throws SQLException {
        write(transaction, "delete from search_term where term = ? and golden_id = ?", items);
    }

    private static void write(Transaction transaction, String sql, Collection<Item> items) throws SQLException {
        try (BulkWriter rows = transaction.bulk(sql)) {
            for (Item item : items) {
                rows.row(item.text(), item.owner());
            }
        }
    }
}
