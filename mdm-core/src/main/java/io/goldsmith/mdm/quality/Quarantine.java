package io.goldsmith.mdm.quality;

import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.source.SourceRecordRow;
import io.goldsmith.mdm.source.SourceRecords;
import io.goldsmith.mdm.source.Suppression;
import io.goldsmith.mdm.store.Store;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.Session;

/** Where records wait that broke a rejecting validation rule, could not be read, or whose resolution keeps failing. */
public final class Quarantine {

    private static final int LARGEST_PAGE = 200;

    private final Store store;
    private final Validation validation;
    private final SourceRecords records;
    private final QuarantineEntries entries;
    private final Suppression suppression;

    public Quarantine(Store store, Validation validation) {
        this(store, validation, Suppression.NONE);
    }

    /**
     * @param suppression the list that a record must not be on when it is replayed
     */
    public Quarantine(Store store, Validation validation, Suppression suppression) {
        this.store = store;
        this.suppression = suppression;
        this.validation = validation;
        this.records = new SourceRecords(store);
        this.entries = new QuarantineEntries(store);
    }

    /**
     * Entries that wait, newest first.
     *
     * @param page from 0
     * @param size at most 200
     */
    public List<QuarantineEntry> waiting(int page, int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page of the quarantine has 1 to " + LARGEST_PAGE
                    + " entries and a number from 0, but page " + page + " of size " + size + " was asked for");
        }
        return store.inTransaction(transaction -> transaction
                .session()
                .createSelectionQuery("from StoredEntry where state = 'WAITING' order by id desc", StoredEntry.class)
                .setFirstResult(Math.multiplyExact(page, size))
                .setMaxResults(size)
                .getResultList()
                .stream()
                .map(StoredEntry::entry)
                .toList());
    }

    /** How many entries wait. */
    public long countWaiting() {
        return store.inTransaction(transaction -> transaction
                .session()
                .createSelectionQuery("select count(*) from StoredEntry where state = 'WAITING'", Long.class)
                .getSingleResult());
    }

    /**
     * Validates a waiting entry again under the rules of today; if it passes, its record is pending and the entry closed. What could
     * never be read as a record does not pass: it is delivered again by its connector.
     *
     * @return whether it passed
     * @throws MdmException if no such entry waits
     */
    public boolean replay(long entryId) {
        return store.inTransaction(transaction -> {
            StoredEntry entry = waiting(transaction.session(), entryId);
            Optional<SourceRecordRow> refused = entry.recordId()
                    .flatMap(id -> entry.recordVersion().flatMap(version -> records.version(id, version)));
            if (refused.isEmpty()) {
                return false;
            }
            List<Finding> findings =
                    new ArrayList<>(validation.rejections(refused.get().raw()));
            findings.addAll(
                    suppression.hits(transaction, List.of(refused.get().raw())).values());
            if (!findings.isEmpty()) {
                entry.refuseAgain(findings);
                return false;
            }
            records.putInForce(refused.get());
            entry.close(store.clock().instant().truncatedTo(ChronoUnit.MICROS));
            return true;
        });
    }

    /**
     * Sends a record whose resolution keeps failing to quarantine, in the version in force; a newer version takes it out again.
     *
     * @param reason what failed and where, without values
     */
    public void refuse(SourceRecordRow record, String reason, long runId) {
        store.inTransaction(transaction -> {
            if (records.markQuarantined(record)) {
                entries.add(
                        runId,
                        List.of(NewEntry.ofVersion(
                                record.id().source(),
                                record.id().key(),
                                record.recordId(),
                                record.version(),
                                List.of("resolution: " + reason))));
            }
            return null;
        });
    }

    private static StoredEntry waiting(Session session, long entryId) {
        StoredEntry entry = session.find(StoredEntry.class, entryId, LockMode.PESSIMISTIC_WRITE);
        if (entry == null || !entry.isWaiting()) {
            throw new MdmException(
                    "No entry " + entryId + " waits in quarantine: it does not exist or is closed already");
        }
        return entry;
    }
}
