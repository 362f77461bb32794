package io.goldsmith.mdm.reference;

import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.IdAllocator;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Editions of reference data as they come and go. Thread-safe. */
final class Editions {

    private static final int LONGEST_DATASET = 200;
    private static final long DELETED_AT_ONCE = 50_000;

    private final Store store;
    private final IdAllocator ids;

    Editions(Store store) {
        this.store = store;
        this.ids = store.ids("reference_edition_id");
    }

    List<ReferenceEdition> current() {
        return store.inTransaction(ReferenceEdition::current);
    }

    EditionLoad begin(String dataset, ReferenceLayout layout, LocalDate dated) {
        if (dataset.isEmpty() || dataset.length() > LONGEST_DATASET) {
            throw new ReferenceException("A data set of reference data must have a name of 1 to " + LONGEST_DATASET
                    + " characters, but this one has " + dataset.length());
        }
        long id = ids.next();
        store.inTransaction(transaction -> {
            newerThan(transaction, dataset, layout, dated);
            try (BulkWriter update = transaction.bulk(
                    "update reference_edition set state = 'SUPERSEDED'" + " where dataset = ? and state = 'LOADING'")) {
                update.row(dataset);
            }
            try (BulkWriter insert = transaction.bulk("insert into reference_edition"
                    + " (id, dataset, layout, dated, state, entries, areas, changed_at)"
                    + " values (?, ?, ?, ?, 'LOADING', 0, '', ?)")) {
                insert.row(
                        id,
                        dataset,
                        layout.name(),
                        dated,
                        store.clock().instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
            }
            return null;
        });
        deleteLeftOvers();
        return new EditionLoad(store, this, id, dataset, layout, dated);
    }

    private static void newerThan(Transaction transaction, String dataset, ReferenceLayout layout, LocalDate dated)
            throws SQLException {
        for (ReferenceEdition edition : ReferenceEdition.current(transaction)) {
            if (edition.dataset().equals(dataset)) {
                if (edition.dated().isAfter(dated)) {
                    throw new ReferenceException("An edition must not be older than the one that serves, but that of "
                            + dataset + " is dated " + dated + " and the one that serves " + edition.dated()
                            + "; nothing was loaded");
                }
                if (edition.layout() != layout) {
                    throw new ReferenceException("Data set " + dataset + " has entries of the layout "
                            + edition.layout().word() + ", but an edition of the layout " + layout.word()
                            + " was to be loaded; give its file another name");
                }
            }
        }
    }

    void giveUp(long id) {
        store.inTransaction(transaction -> {
            try (BulkWriter update = transaction.bulk(
                    "update reference_edition set state = 'SUPERSEDED' where id = ? and state = 'LOADING'")) {
                update.row(id);
            }
            return null;
        });
        deleteLeftOvers();
    }

    /** An edition whose entries are to go. */
    private record LeftOver(long id, ReferenceLayout layout, long lastLine) {}

    /** Deletes the entries of editions that do not serve any more, a part in each transaction; what a killed process leaves goes next time. */
    void deleteLeftOvers() {
        Optional<LeftOver> left = store.inTransaction(Editions::leftOver);
        while (left.isPresent()) {
            LeftOver edition = left.get();
            store.inTransaction(transaction -> {
                EditionRows.delete(transaction, edition.id, edition.layout, edition.lastLine);
                return null;
            });
            left = store.inTransaction(Editions::leftOver);
        }
    }

    /** The next part to delete; an edition without entries goes itself. */
    private static Optional<LeftOver> leftOver(Transaction transaction) throws SQLException {
        try (PreparedStatement query = transaction
                        .connection()
                        .prepareStatement("select id, layout from reference_edition where state = 'SUPERSEDED'"
                                + " order by id");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                long id = row.getLong(1);
                ReferenceLayout layout = ReferenceLayout.valueOf(row.getString(2));
                long first = EditionRows.firstLine(transaction, id, layout);
                if (first > 0) {
                    return Optional.of(new LeftOver(id, layout, first + DELETED_AT_ONCE - 1));
                }
                try (BulkWriter delete = transaction.bulk("delete from reference_edition where id = ?")) {
                    delete.row(id);
                }
            }
        }
        return Optional.empty();
    }
}
