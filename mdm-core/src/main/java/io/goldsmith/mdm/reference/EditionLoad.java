package io.goldsmith.mdm.reference;

import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An edition that is being loaded. Nobody sees its entries until it is {@link #complete}; then it serves in the place of the edition
 * before, all at once. Close it: unless it is complete by then it is forgotten. Not thread-safe.
 */
public final class EditionLoad implements AutoCloseable {

    /** A new edition with a smaller share of the entries of the one before, in percent, is taken for a part of a file. */
    static final int LEAST_SHARE = 50;

    private static final String COMPLETE =
            "update reference_edition set state = 'CURRENT', entries = ?, areas = ?, changed_at = ? where id = ?";

    private final Store store;
    private final Editions editions;
    private final long id;
    private final String dataset;
    private final ReferenceLayout layout;
    private final LocalDate dated;
    private final SortedSet<String> areas = new TreeSet<>();
    private long entries;
    private boolean isComplete;

    EditionLoad(Store store, Editions editions, long id, String dataset, ReferenceLayout layout, LocalDate dated) {
        this.store = store;
        this.editions = editions;
        this.id = id;
        this.dataset = dataset;
        this.layout = layout;
        this.dated = dated;
    }

    /**
     * Adds entries, in a transaction of their own.
     *
     * @param batch entries of the edition's layout; a few thousand at a time are written fastest
     * @return those that nothing could be looked up by: a number with a wrong check digit, an address without a street
     */
    public List<ReferenceEntry> add(List<? extends ReferenceEntry> batch) {
        List<ReferenceEntry> refused = new ArrayList<>();
        List<EditionRows.Ready> ready = new ArrayList<>(batch.size());
        List<Optional<EditionRows.Ready>> made =
                batch.parallelStream().map(EditionRows::ready).toList();
        for (int i = 0; i < batch.size(); i++) {
            if (batch.get(i).layout() != layout) {
                throw new IllegalArgumentException("An edition of " + layout + " has no entries of "
                        + batch.get(i).layout());
            }
            if (made.get(i).isPresent()) {
                ready.add(made.get(i).get());
            } else {
                refused.add(batch.get(i));
            }
        }
        store.inTransaction(transaction -> {
            requireLoading(transaction);
            EditionRows.insert(transaction, id, layout, entries + 1, ready);
            return null;
        });
        entries += ready.size();
        for (EditionRows.Ready entry : ready) {
            if (entry instanceof EditionRows.ReadyAddress address) {
                String area = ReferenceEdition.areaOf(address.form().postcode());
                if (!area.isEmpty()) {
                    areas.add(area);
                }
            }
        }
        return refused;
    }

    /** How many entries it has so far. */
    public long entries() {
        return entries;
    }

    /**
     * Puts the edition into service in the place of the one before, in one transaction: every live record is verified anew from then
     * on.
     *
     * @throws ReferenceException if it has no entry, or less than half of what the edition before has, so that it seems to be a part
     *     of a file; the one before goes on serving
     */
    public void complete() {
        store.inTransaction(transaction -> {
            requireLoading(transaction);
            long before = entriesBefore(transaction);
            if (entries == 0 || 100 * entries < LEAST_SHARE * before) {
                throw new ReferenceException("An edition must have at least half of the entries of the one before, and"
                        + " one at least, but that of " + dataset + " dated " + dated + " has " + entries
                        + " where the one before has " + before
                        + ": is the file whole? The edition before goes on serving");
            }
            supersede(transaction);
            try (PreparedStatement update = transaction.connection().prepareStatement(COMPLETE)) {
                update.setLong(1, entries);
                update.setString(2, String.join(",", areas));
                update.setObject(
                        3,
                        store.clock().instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
                update.setLong(4, id);
                update.executeUpdate();
            }
            VerificationSweep.begin(transaction);
            return null;
        });
        isComplete = true;
        editions.deleteLeftOvers();
    }

    /** Keeps its row until the transaction ends: who gives the edition up waits, and then deletes what was added too. */
    private void requireLoading(Transaction transaction) throws SQLException {
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select state from reference_edition where id = ? for update")) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next() || !row.getString(1).equals("LOADING")) {
                    throw new ReferenceException("The edition of " + dataset + " dated " + dated
                            + " was given up while it was loaded, since another load of it began; load it again");
                }
            }
        }
    }

    private long entriesBefore(Transaction transaction) throws SQLException {
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement(
                        "select entries from reference_edition where dataset = ? and state = 'CURRENT' for update")) {
            query.setString(1, dataset);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private void supersede(Transaction transaction) throws SQLException {
        try (BulkWriter update = transaction.bulk(
                "update reference_edition set state = 'SUPERSEDED' where dataset = ? and state = 'CURRENT'")) {
            update.row(dataset);
        }
    }

    @Override
    public void close() {
        if (!isComplete) {
            editions.giveUp(id);
        }
    }
}
