package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.mdm.golden.MemberList;
import io.goldsmith.mdm.golden.SearchTerms;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Gives search terms to the golden records that have none, many at once in the order of the terms: written golden record by golden
 * record, each term would touch another page of the table. What a killed batch left without terms is found here too.
 */
final class SearchIndexing {

    private static final int GOLDEN_RECORDS = 20_000;

    private static final String WITHOUT_TERMS = "select g.id, v.attributes, v.members from golden_record g"
            + " join golden_record_version v on v.golden_id = g.id and v.version = g.version"
            + " where g.state = 'ACTIVE' and g.id > ?"
            + " and not exists (select 1 from search_term t where t.term = concat('G-', g.id) and t.golden_id = g.id)"
            + " order by g.state, g.id fetch first ? rows only";

    private final Store store;
    private final List<AttributeDefinition> attributes;
    private final ResolutionLocks locks;

    SearchIndexing(Store store, List<AttributeDefinition> attributes, ResolutionLocks locks) {
        this.store = store;
        this.attributes = attributes;
        this.locks = locks;
    }

    /** Completes the index; changes nothing if it is complete. */
    void complete() {
        long last = 0;
        boolean more = true;
        while (more) {
            long after = last;
            last = store.inTransaction(transaction -> {
                locks.enterAlone(transaction);
                List<Unindexed> page = page(transaction, after);
                TermRows terms = new TermRows();
                page.parallelStream().map(this::termsOf).forEachOrdered(golden -> terms.add(golden.id, golden.terms));
                terms.write(transaction);
                return page.isEmpty() ? after : page.get(page.size() - 1).id;
            });
            more = last > after;
        }
    }

    /** An active golden record without terms. */
    private record Unindexed(long id, String attributes, String members) {}

    private record Indexed(long id, Set<String> terms) {}

    private Indexed termsOf(Unindexed golden) {
        return new Indexed(
                golden.id,
                SearchTerms.of(attributes, Documents.values(golden.attributes), MemberList.read(golden.members)));
    }

    private static List<Unindexed> page(Transaction transaction, long after) throws SQLException {
        List<Unindexed> page = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(WITHOUT_TERMS)) {
            query.setLong(1, after);
            query.setInt(2, GOLDEN_RECORDS);
            query.setFetchSize(1_000);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    page.add(new Unindexed(row.getLong(1), row.getString(2), row.getString(3)));
                }
            }
        }
        return page;
    }
}
